import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { detectLanguage } from '../intent/detect-language.ts'
import { type Evaluation, evaluate, type Labelled } from '../intent/evaluate.ts'
import { TrainingLabel } from '../intent/intent-id.ts'
import { shippedClassifier } from './shipped-content.ts'

const help = `Measures how well Postern understands labelled messages.

  npm run -s evaluate -- FILE.jsonl

Each line is {"text": …, "intent": …}, intent being one of the intents or out_of_scope.
`

const exitUsage = 64
const exitData = 65

const Row = z.object({ text: z.string(), intent: TrainingLabel })

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)

function summary(title: string, of: Evaluation): string {
  return [
    `${title}: ${of.inScope} in scope, ${of.outOfScope} out of scope`,
    `  best intent right          ${percent(of.accuracy)}`,
    `  macro-F1                   ${percent(of.macroF1)}`,
    `  in scope: right at once    ${percent(of.acceptedRight)}`,
    `            wrong at once    ${percent(of.acceptedWrong)}`,
    `            asked back       ${percent(of.clarified)}   with the right one offered ${percent(of.clarifiedWithRight).trim()}`,
    `            rejected         ${percent(of.falseReject)}`,
    `  out of scope: rejected     ${percent(of.outOfScopeRecall)}   (recall)`,
    `                led a path   ${percent(of.outOfScopeServed)}`,
  ].join('\n')
}

function table({ perIntent }: Evaluation): string {
  const rows = perIntent.map(
    (each) =>
      `  ${each.intent.padEnd(24)}${String(each.messages).padStart(5)}${percent(each.precision)}${percent(each.recall)}${percent(each.f1)}`,
  )
  return [
    `  ${'intent'.padEnd(24)}${'n'.padStart(5)}${'prec.'.padStart(8)}${'recall'.padStart(8)}${'F1'.padStart(8)}`,
    ...rows,
  ].join('\n')
}

function rows(text: string): Labelled[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [Row.parse(JSON.parse(line))]
    } catch (error) {
      throw new SyntaxError(`Line ${at + 1} is not {"text": …, "intent": …}.`, { cause: error })
    }
  })
}

async function main(args: readonly string[]): Promise<number> {
  const [path, ...rest] = args
  if (path === '--help' || path === '-h') {
    console.log(help)
    return 0
  }
  if (path === undefined || path.startsWith('--') || rest.length > 0) {
    console.error(`Name one file.\n\n${help}`)
    return exitUsage
  }
  const messages = rows(await readFile(path, 'utf8'))
  const classifier = await shippedClassifier()
  const all = evaluate(classifier, messages)
  console.log(summary('all', all))
  for (const language of ['en', 'zh'] as const) {
    const some = messages.filter(({ text }) => (detectLanguage(text) ?? 'en') === language)
    if (some.length > 0) console.log(summary(language, evaluate(classifier, some)))
  }
  console.log(`\n${table(all)}\n\ntaken for another`)
  for (const { intent, taken, times } of all.confusions)
    console.log(`  ${String(times).padStart(3)}  ${intent} -> ${taken}`)
  return 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = exitData
  },
)

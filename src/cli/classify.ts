import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Decision, Understanding } from '../intent/understanding.ts'
import { shippedClassifier } from './shipped-content.ts'

const help = `Shows how Postern understands a message.

  npm run -s classify -- "I forgot my password"     for people
  npm run -s classify -- --jsonl < messages.jsonl   one {"text": …} a line in, one result a line out

Each result is {"intent", "confidence", "decision", "ranked", "lang"}; a line that cannot be read gives
{"error": …} in its place, and the exit code is 1 at the end.
`

/** sysexits.h: the command was used wrongly. */
const exitUsage = 64

const Line = z.object(
  { text: z.string('needs a "text" that is a string') },
  'must be an object such as {"text": "…"}',
)

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function asJson(understanding: Understanding): string {
  const { intent, confidence, decision, ranked, language } = understanding
  return JSON.stringify({
    intent,
    confidence: round(confidence),
    decision: decision.kind,
    ranked: ranked.map((each) => ({ intent: each.intent, probability: round(each.probability) })),
    lang: language,
  })
}

function wouldSee(decision: Decision): string {
  switch (decision.kind) {
    case 'accept': {
      const after = decision.also === undefined ? '' : `, and a button for what comes after: ${decision.also}`
      return `the first card of ${decision.intent}${after}`
    }
    case 'clarify':
      return `a question with ${decision.intents.length} buttons: ${decision.intents.join(', ')}, and "None of these"`
    case 'fallback':
      return 'what Postern can do, and the menu'
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`

function forPeople(understanding: Understanding): string {
  const { decision, ranked, confidence, language, evidence, rule } = understanding
  const words = evidence.map(({ word, weight }) => `${word} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
  return [
    `decision    ${decision.kind}: the person would see ${wouldSee(decision)}`,
    ...(rule === undefined ? [] : [`rule        ${rule} (decided before the model)`]),
    `confidence  ${percent(confidence).trim()} that it is ${understanding.intent}; language ${language}`,
    `words       ${words.length > 0 ? words.join(', ') : 'none that the model knows'}`,
    'likeliest',
    ...ranked.slice(0, 5).map(({ intent, probability }) => `  ${percent(probability)}  ${intent}`),
  ].join('\n')
}

function readLine(line: string): { readonly text: string } | { readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: 'not JSON; expected a line such as {"text": "…"}' }
  }
  const parsed = Line.safeParse(value)
  return parsed.success ? parsed.data : { error: parsed.error.issues[0]?.message ?? 'not understood' }
}

/** Waits where the reader is slower than we are. */
async function write(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}

async function stream(): Promise<number> {
  const classifier = await shippedClassifier()
  let code = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const read = readLine(line)
    if ('error' in read) code = 1
    await write('error' in read ? JSON.stringify(read) : asJson(classifier.understand(read.text)))
  }
  return code
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return 0
  }
  const [first, ...rest] = args
  if (first === '--jsonl' && rest.length === 0) return await stream()
  if (first === undefined || first === '' || first.startsWith('--') || rest.length > 0) {
    const problem =
      rest.length > 0
        ? 'Put the message in quotes, as one argument.'
        : 'Give a message in quotes, or --jsonl.'
    console.error(`${problem}\n\n${help}`)
    return exitUsage
  }
  console.log(forPeople((await shippedClassifier()).understand(first)))
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))

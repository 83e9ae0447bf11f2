import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { trainingExamples } from '../compose-classifier.ts'
import { ClincData, measureClinc } from '../intent/evaluation/clinc.ts'
import { crossValidate } from '../intent/evaluation/cross-validate.ts'
import { evaluate } from '../intent/evaluation/evaluation.ts'
import { measure } from '../intent/evaluation/measure.ts'
import { htmlReport } from './evaluation/html-report.ts'
import { jsonReport } from './evaluation/json-report.ts'
import { printReport } from './evaluation/print-report.ts'
import { DataProblem, firstIssue, readLabelled } from './evaluation/read-labelled.ts'
import type { Report } from './evaluation/report.ts'
import { shippedClassifier, shippedContent } from './shipped-content.ts'

const help = `Measures how well Postern understands messages.

  npm run -s evaluate                          5-fold cross-validation on the utterances in intents/
  npm run -s evaluate -- --on FILE.jsonl       the shipped model on messages that you label (or just FILE.jsonl)
  npm run -s evaluate -- --clinc FILE.json     the same learning on CLINC150 (data_full.json), without our rules

  --json         the figures for machines, on standard output
  --html FILE    also a report as one file for a browser

Each line of FILE.jsonl is {"text": …, "intent": …}, intent being one of the intents or out_of_scope; "lang" ("en" or
"zh") says the language, and "also" lists intents that would do as well. docs/authoring.md explains the figures.

Exit code 64: the command was used wrongly. 65: a file cannot be read, or is not right. 73: the report cannot be written.
`

/** sysexits.h */
const exitUsage = 64
const exitData = 65
const exitCannotCreate = 73

class UsageProblem extends Error {}

type Source = { readonly kind: 'content' } | { readonly kind: 'labelled' | 'clinc'; readonly path: string }

interface Wanted {
  readonly source: Source
  readonly json: boolean
  readonly html: string | undefined
}

const options = {
  on: { type: 'string' },
  clinc: { type: 'string' },
  json: { type: 'boolean', default: false },
  html: { type: 'string' },
} as const

function readArguments(args: readonly string[]): Wanted {
  const parse = () => parseArgs({ args: [...args], options, allowPositionals: true })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse()
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error))
  }
  const { on, clinc, json, html } = parsed.values
  const paths = [...parsed.positionals, ...(on === undefined ? [] : [on])]
  if (paths.length + (clinc === undefined ? 0 : 1) > 1) throw new UsageProblem('Name one file to measure on.')
  if ([...paths, clinc, html].includes('')) throw new UsageProblem('A file needs a name.')
  const [path] = paths
  const source: Source =
    clinc !== undefined
      ? { kind: 'clinc', path: clinc }
      : path === undefined
        ? { kind: 'content' }
        : { kind: 'labelled', path }
  return { source, json, html }
}

const now = (): number => performance.now()
const say = (line: string): void => console.error(line)

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    throw new DataProblem(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  })
}

async function ofContent(): Promise<Report> {
  const content = await shippedContent()
  const examples = trainingExamples(content)
  return {
    title: '5-fold cross-validation on intents/',
    notes: [
      `${examples.length} utterances; each was asked of a model that had learnt the other folds. Near-copies share a fold.`,
    ],
    evaluation: evaluate(crossValidate(examples, { now, say })),
  }
}

async function ofLabelled(path: string): Promise<Report> {
  const messages = readLabelled(await read(path))
  return {
    title: `The shipped model on ${basename(path)}`,
    notes: [`${messages.length} messages.`],
    evaluation: evaluate(measure(await shippedClassifier(), messages, now)),
  }
}

async function ofClinc(path: string): Promise<Report> {
  const text = await read(path)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new DataProblem(`${path} is not JSON.`)
  }
  const parsed = ClincData.safeParse(value)
  if (!parsed.success) throw new DataProblem(`${path} is not CLINC150: ${firstIssue(parsed.error)}`)
  const { outcomes, note } = measureClinc(parsed.data, { now, say })
  return {
    title: `CLINC150 test split, learnt on ${basename(path)}`,
    notes: [note],
    evaluation: evaluate(outcomes),
  }
}

async function report(source: Source): Promise<Report> {
  switch (source.kind) {
    case 'content':
      return await ofContent()
    case 'labelled':
      return await ofLabelled(source.path)
    case 'clinc':
      return await ofClinc(source.path)
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return 0
  }
  const { source, json, html } = readArguments(args)
  const made = await report(source)
  console.log(json ? jsonReport(made) : printReport(made))
  if (html === undefined) return 0
  try {
    await writeFile(html, htmlReport(made))
  } catch (error) {
    console.error(`${html} cannot be written: ${error instanceof Error ? error.message : error}`)
    return exitCannotCreate
  }
  say(`Wrote ${html}.`)
  return 0
}

function failure(error: unknown): number {
  if (error instanceof UsageProblem) {
    console.error(`${error.message}\n\n${help}`)
    return exitUsage
  }
  if (!(error instanceof DataProblem)) throw error
  console.error(error.message)
  return exitData
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2)).catch(failure)

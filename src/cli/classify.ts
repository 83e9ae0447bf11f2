import { createInterface } from 'node:readline'
import { z } from 'zod'
import { heardIn } from '../application/heard-in.ts'
import { compileGuide } from '../guide/compile.ts'
import type { Heard } from '../guide/events.ts'
import type { Guide } from '../guide/guide.ts'
import type { Classifier, Evidence, Understanding } from '../intent/understanding.ts'
import { defaultSettings } from './default-settings.ts'
import { classifierOf, shippedContent } from './shipped-content.ts'
import { wouldSee, zoneOf } from './would-see.ts'

const help = `Shows how Postern understands a message.

  npm run -s classify -- "I forgot my password"     for people
  npm run -s classify -- --jsonl < messages.jsonl   one {"text": …} a line in, one result a line out

Each result is {"intent", "confidence", "decision", "ranked", "lang"}, and "screen", the place it leads to, where the
message quotes what a log-in page says; a line that cannot be read gives {"error": …} in its place, and the exit
code is 1 at the end.
`

/** sysexits.h: the command was used wrongly. */
const exitUsage = 64

const Line = z.object(
  { text: z.string('needs a "text" that is a string') },
  'must be an object such as {"text": "…"}',
)

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function asJson(understanding: Understanding, heard: Heard): string {
  const { intent, confidence, decision, ranked, language } = understanding
  return JSON.stringify({
    intent,
    confidence: round(confidence),
    decision: decision.kind,
    ranked: ranked.map((each) => ({ intent: each.intent, probability: round(each.probability) })),
    lang: language,
    ...(heard.kind === 'screen' && { screen: `${heard.place.flow}/${heard.place.node}` }),
  })
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`

/** The words that spoke for (or against) the best intent, strongest first. */
function words(evidence: readonly Evidence[], against: boolean): string {
  const some = evidence.filter(({ weight }) => weight < 0 === against)
  const said = some.map(({ word, weight }) => `${word} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
  return said.length > 0 ? said.join(', ') : 'no word'
}

function forPeople(understanding: Understanding, heard: Heard, guide: Guide): string {
  const { decision, intent, ranked, confidence, inScope, language, evidence, rule } = understanding
  const [first, ...more] = wouldSee(heard, guide, language)
  const screen = heard.kind === 'screen'
  return [
    `decision    ${screen ? 'screen' : decision.kind}: the person would see ${first}`,
    ...more.map((line) => `            ${line}`),
    ...(rule === undefined ? [] : [`rule        ${rule} (decided before the model)`]),
    `zone        ${screen ? 'none: what the page says is known, the model is not asked' : zoneOf(understanding)}`,
    `confidence  ${percent(confidence).trim()} that it is ${intent}; ${percent(inScope).trim()} that it is for us; language ${language}`,
    `for         ${words(evidence, false)}`,
    `against     ${words(evidence, true)}`,
    'likeliest',
    ...ranked.slice(0, 5).map((each) => `  ${percent(each.probability)}  ${each.intent}`),
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

interface Reading {
  readonly classifier: Classifier
  readonly guide: Guide
}

async function shipped(): Promise<Reading> {
  const content = await shippedContent()
  return { classifier: await classifierOf(content), guide: compileGuide(content, defaultSettings()) }
}

function read({ classifier, guide }: Reading, text: string): readonly [Understanding, Heard] {
  const understanding = classifier.understand(text)
  return [understanding, heardIn(guide, understanding, text)]
}

async function stream(): Promise<number> {
  const reading = await shipped()
  let code = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = readLine(line)
    if ('error' in message) code = 1
    await write('error' in message ? JSON.stringify(message) : asJson(...read(reading, message.text)))
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
  const reading = await shipped()
  console.log(forPeople(...read(reading, first), reading.guide))
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))

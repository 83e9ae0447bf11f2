import { readFile } from 'node:fs/promises'
import { readLabelled } from '../../src/cli/evaluation/read-labelled.ts'
import { shippedContent } from '../../src/cli/shipped-content.ts'
import { trainingExamples } from '../../src/compose-classifier.ts'
import { familyFolds } from '../../src/intent/evaluation/cross-validate.ts'
import { recallAt } from '../../src/intent/evaluation/separation.ts'
import type { TrainingExample } from '../../src/intent/understanding.ts'
import { quantile } from '../median.ts'
import { installPeers } from './install-peers.ts'
import { type Measured, measureSystems } from './measure-systems.ts'
import type { Verdict } from './system.ts'

const longLength = 20_000
const longCount = 20

interface Message {
  readonly text: string
  readonly intent: string
}

interface Task {
  readonly from: string
  readonly training: readonly TrainingExample[]
  readonly rows: readonly Message[]
}

/** The rows of a file against all of the content, or a fifth of the content, near-copies kept together, against the rest. */
async function taskOf(path: string | undefined): Promise<Task> {
  const examples = trainingExamples(await shippedContent())
  if (path !== undefined) {
    const rows = readLabelled(await readFile(path, 'utf8'))
    return { from: path, training: examples, rows }
  }
  const folds = familyFolds(examples)
  const held = examples.filter((_, at) => folds[at] === 0)
  return {
    from: 'a fifth of the content, near-copies kept together, that none has learnt',
    training: examples.filter((_, at) => folds[at] !== 0),
    rows: held.map(({ label, text }) => ({ text, intent: label })),
  }
}

/** All messages in one, each time from another one on, as nobody writes it: the worst that a system may meet. */
function longMessages(texts: readonly string[]): string[] {
  return Array.from({ length: longCount }, (_, from) =>
    Array.from({ length: longLength }, (_, at) => texts[(from + at) % texts.length])
      .join(' ')
      .slice(0, longLength),
  )
}

/** The long messages come last. */
const messageMs = ({ ms }: Measured): readonly number[] => ms.slice(0, -longCount)
const longMs = ({ ms }: Measured): number => quantile(ms.slice(-longCount), 0.5)

const figure = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))

const isInside = ({ intent }: Message): boolean => intent !== 'out_of_scope'

/** Share 0..1 of the messages in scope whose best intent is right, whatever its score. */
function accuracy(rows: readonly Message[], verdicts: readonly Verdict[]): number {
  const right = rows.filter((row, at) => isInside(row) && verdicts[at]?.intent === row.intent)
  return right.length / rows.filter(isInside).length
}

/** Share 0..1 of the messages out of scope that a threshold on the system's own score rejects, if it may reject a tenth of those in scope. */
function outOfScopeRecall(rows: readonly Message[], verdicts: readonly Verdict[]): number {
  const scores = Map.groupBy(
    rows.map((row, at) => ({ row, score: verdicts[at]?.score ?? -Infinity })),
    ({ row }) => isInside(row),
  )
  const of = (inside: boolean): number[] => scores.get(inside)?.map(({ score }) => score) ?? []
  return recallAt(0.1, of(true), of(false))
}

function table(task: Task, measured: readonly Measured[]): string {
  const row = (name: string, unit: string, digits: number, of: (each: Measured) => number): string =>
    [name.padEnd(44), ...measured.map((each) => figure(of(each), digits).padStart(9)), ` ${unit}`].join(' ')
  const p50 = (each: Measured): number => quantile(messageMs(each), 0.5)
  const yardstick = measured[0] === undefined ? Number.NaN : p50(measured[0])
  return [
    ['one run, in turn'.padEnd(44), ...measured.map(({ name }) => name.padStart(9))].join(' '),
    row('in scope: best intent right', '%', 1, ({ verdicts }) => 100 * accuracy(task.rows, verdicts)),
    row(
      'out of scope: rejected, 10 % in scope too',
      '%',
      1,
      ({ verdicts }) => 100 * outOfScopeRecall(task.rows, verdicts),
    ),
    row('a message, p50', 'ms', 3, p50),
    row('  to that of natural', 'times', 2, (each) => p50(each) / yardstick),
    row('a message, p99', 'ms', 3, (each) => quantile(messageMs(each), 0.99)),
    row('a message of 20,000 characters, p50', 'ms', 3, longMs),
    row('importing', 'ms', 0, ({ importMs }) => importMs),
    row('loading the model', 'ms', 0, ({ loadMs }) => loadMs),
    row('learning', 'ms', 0, ({ learnMs }) => learnMs),
    row('resident memory while serving', 'MB', 0, ({ residentMb }) => residentMb),
  ].join('\n')
}

/** What Postern promises of its model, and whether this run keeps it. */
function promises(ours: Measured): string {
  const line = (what: string, figure: number, limit: number): string =>
    `${figure < limit ? 'kept  ' : 'BROKEN'}  ${what} under ${limit} ms: ${figure.toFixed(1)} ms`
  return [
    line('a message, p99,', quantile(messageMs(ours), 0.99), 2),
    line('a message of 20,000 characters, p50,', longMs(ours), 2),
    line('loading the model', ours.loadMs, 60),
    line('learning', ours.learnMs, 10_000),
  ].join('\n')
}

/** The model beside three others: same training text, same messages, one run; the tables that say how each does. */
export async function benchIntent(rounds: number, path: string | undefined): Promise<string> {
  const task = await taskOf(path)
  installPeers()
  const outside = task.rows.filter(({ intent }) => intent === 'out_of_scope').length
  const texts = task.rows.map(({ text }) => text)
  const measured = await measureSystems(task.training, [...texts, ...longMessages(texts)], rounds)
  const ours = measured.find(({ name }) => name === 'Postern')
  return [
    `Learnt: ${task.training.length} utterances of the content, out_of_scope as one label.`,
    `Judged: ${task.rows.length - outside} messages in scope, ${outside} out of scope: ${task.from}.`,
    '',
    table(task, measured),
    '',
    ...(ours === undefined ? [] : [promises(ours)]),
  ].join('\n')
}

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorkspace } from '../../src/workspace/workspace.ts'
import { environmentFor, freePort } from '../../test/support/start-postern.ts'
import { median, quantile } from '../median.ts'
import { type Bot, measure, type Run, spawnNode } from './measure.ts'

const root = join(import.meta.dirname, '..', '..')

/** Node's own flags of `npm start`, so that what is measured is what people start. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const startFlags = String(scripts.start).match(/--[\w-]+/g) ?? []

async function posternIn(folder: string): Promise<Bot> {
  const port = await freePort()
  return {
    name: 'Postern',
    start: (workspace) =>
      spawnNode(
        [...startFlags, join(root, 'src/start.js')],
        environmentFor(workspace, 'socket', port, `sqlite:${join(folder, 'postern.db')}`),
      ),
  }
}

const bare: Bot = {
  name: 'bare Bolt',
  start: ({ apiUrl, botToken, appToken }) =>
    spawnNode([join(root, 'bench/start/bare-bolt.ts'), apiUrl, botToken, appToken], {}),
}

async function inFreshSlack(bot: Bot, messages: number): Promise<Run> {
  const workspace = await startWorkspace({ port: 0, postRate: false })
  try {
    return await measure(bot, workspace, messages)
  } finally {
    await workspace.stop()
  }
}

/** One line: the median over the rounds for each, and the ratio. */
function line(name: string, unit: string, ours: readonly number[], theirs: readonly number[]): string {
  const [a, b] = [median(ours), median(theirs)]
  const cells = [
    name.padEnd(38),
    a.toFixed(1).padStart(9),
    b.toFixed(1).padStart(10),
    (a / b).toFixed(2).padStart(7),
  ]
  return `${cells.join(' ')}  ${unit}`
}

function table(ours: readonly Run[], theirs: readonly Run[]): string {
  const row = (name: string, unit: string, of: (run: Run) => number): string =>
    line(name, unit, ours.map(of), theirs.map(of))
  const own = ours.map((run, at) => run.readyMs - (theirs[at]?.readyMs ?? 0))
  return [
    `${'median of the rounds'.padEnd(38)} ${'Postern'.padStart(9)} ${'bare Bolt'.padStart(10)} ${'ratio'.padStart(7)}`,
    row('start to connected', 'ms', (run) => run.readyMs),
    row('first message to visible answer', 'ms', (run) => run.firstAnswerMs),
    row('message to visible answer, p50', 'ms', (run) => quantile(run.answerMs, 0.5)),
    row('message to visible answer, p99', 'ms', (run) => quantile(run.answerMs, 0.99)),
    row('resident memory', 'MB', (run) => run.residentMb),
    '',
    `Postern's own share of the start (beyond the bare app's): ${median(own).toFixed(0)} ms`,
  ].join('\n')
}

/** Starts Postern and a bare Bolt app in turn, each against a fresh local Slack over Socket Mode; the table of what they take. */
export async function benchStart(rounds: number, messages: number): Promise<string> {
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`round ${round} of ${rounds}\n`)
    const folder = await mkdtemp(join(tmpdir(), 'postern-bench-'))
    ours.push(await inFreshSlack(await posternIn(folder), messages))
    theirs.push(await inFreshSlack(bare, messages))
    await rm(folder, { recursive: true })
  }
  return table(ours, theirs)
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TrainingExample } from '../../src/intent/understanding.ts'
import { median } from '../median.ts'
import type { Report } from './report.ts'
import { SystemName, type Verdict } from './system.ts'
import { SystemChild } from './system-child.ts'

export interface Measured {
  readonly name: SystemName
  readonly verdicts: readonly Verdict[]
  /** ms for each message: the median of its rounds */
  readonly ms: readonly number[]
  readonly learnMs: number
  /** medians of the starts */
  readonly importMs: number
  readonly loadMs: number
  readonly residentMb: number
}

const starts = 3

interface Files {
  readonly training: string
  readonly texts: string
  readonly model: string
}

interface Serving {
  readonly child: SystemChild
  readonly started: Pick<Measured, 'name' | 'learnMs' | 'importMs' | 'loadMs'>
  readonly rounds: Extract<Report, { kind: 'round' }>[]
}

/** Learns in one process and starts to serve in another, several times; the last goes on. */
async function learnAndServe(name: SystemName, { training, texts, model }: Files): Promise<Serving> {
  process.stderr.write(`${name} learns\n`)
  const { learnMs } = await new SystemChild(name, 'learn', model, training).next('learnt')
  const ready: Extract<Report, { kind: 'ready' }>[] = []
  for (;;) {
    const child = new SystemChild(name, 'serve', model, texts)
    ready.push(await child.next('ready'))
    if (ready.length === starts) {
      const [importMs, loadMs] = [
        median(ready.map((each) => each.importMs)),
        median(ready.map((each) => each.loadMs)),
      ]
      return { child, started: { name, learnMs, importMs, loadMs }, rounds: [] }
    }
    child.stop()
  }
}

function measured({ started, rounds }: Serving): Measured {
  const [untimed, ...timed] = rounds
  const verdicts = untimed?.verdicts ?? []
  return {
    ...started,
    verdicts,
    ms: verdicts.map((_, at) => median(timed.map(({ ms }) => ms[at] ?? Number.NaN))),
    residentMb: rounds.at(-1)?.residentMb ?? Number.NaN,
  }
}

/** Every system with the same training text and the same messages; they take turns, round by round, and the first round is not timed. */
export async function measureSystems(
  training: readonly TrainingExample[],
  texts: readonly string[],
  rounds: number,
): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-bench-'))
  const inFolder = (name: string): string => join(folder, name)
  const serving: Serving[] = []
  try {
    await writeFile(inFolder('training.json'), JSON.stringify(training))
    await writeFile(inFolder('texts.json'), JSON.stringify(texts))
    for (const [at, name] of SystemName.options.entries()) {
      const files = {
        training: inFolder('training.json'),
        texts: inFolder('texts.json'),
        model: inFolder(`model-${at}`),
      }
      serving.push(await learnAndServe(name, files))
    }
    for (let round = 0; round <= rounds; round += 1) {
      process.stderr.write(round === 0 ? 'warming up\n' : `round ${round} of ${rounds}\n`)
      for (const each of serving) each.rounds.push(await each.child.round(round))
    }
    return serving.map(measured)
  } finally {
    for (const { child } of serving) child.stop()
    await rm(folder, { recursive: true })
  }
}

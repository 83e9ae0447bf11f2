import { readFile, writeFile } from 'node:fs/promises'
import type { Report } from './report.ts'
import { type System, SystemName, type Verdict } from './system.ts'

/** Arguments: name of a system, `learn` or `serve`, path of its model, path of the training text or of the messages. */
const [name = '', job = '', modelPath = '', inputPath = ''] = process.argv.slice(2)

const say = (report: Report): void => void process.send?.(report)

/** Imported only when asked for: what one system loads is not counted for another. */
async function systemNamed(): Promise<System> {
  switch (SystemName.parse(name)) {
    case 'natural': {
      const { naturalDefault } = await import('./systems/natural-default.ts')
      return naturalDefault
    }
    case 'nlp.js': {
      const { nlpJs } = await import('./systems/nlp-js.ts')
      return nlpJs
    }
    case 'wink': {
      const { wink } = await import('./systems/wink.ts')
      return wink
    }
    case 'Postern': {
      const { postern } = await import('./systems/postern.ts')
      return postern
    }
  }
}

const input = JSON.parse(await readFile(inputPath, 'utf8'))
const began = performance.now()
const system = await systemNamed()
const importMs = performance.now() - began

async function learn(): Promise<void> {
  const from = performance.now()
  const model = await system.learn(input)
  const learnMs = performance.now() - from
  await writeFile(modelPath, model)
  say({ kind: 'learnt', learnMs })
}

async function serve(): Promise<void> {
  const texts: readonly string[] = input
  const from = performance.now()
  const judge = await system.load(await readFile(modelPath, 'utf8'))
  say({ kind: 'ready', importMs, loadMs: performance.now() - from })
  process.on('message', async (round: number) => {
    const verdicts: Verdict[] = []
    // nlp.js remembers what it has read: a space more each round lets nobody answer from memory.
    const more = ' '.repeat(round)
    const ms: number[] = []
    for (const text of texts) {
      const start = performance.now()
      const verdict = await judge(text + more)
      ms.push(performance.now() - start)
      verdicts.push({ intent: verdict.intent, score: Math.max(verdict.score, -Number.MAX_VALUE) })
    }
    say({ kind: 'round', verdicts, ms, residentMb: process.memoryUsage.rss() / 2 ** 20 })
  })
}

await (job === 'learn' ? learn() : serve())

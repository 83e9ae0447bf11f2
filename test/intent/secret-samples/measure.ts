import { redactSecrets } from '../../../src/intent/secrets.ts'
import { isJudgedRight } from './judge-samples.ts'
import { readSamples, type Sample } from './read-samples.ts'

const share = (part: number, all: number): string =>
  `${part} of ${all} (${((100 * part) / Math.max(1, all)).toFixed(2)} %)`

function line(name: string, samples: readonly Sample[]): string {
  const secrets = samples.filter(({ kind }) => kind !== '')
  const harmless = samples.filter(({ kind }) => kind === '')
  const caught = secrets.filter(isJudgedRight)
  const named = caught.filter(({ text, kind }) => redactSecrets(text).found.some((each) => each === kind))
  const alarms = harmless.filter((sample) => !isJudgedRight(sample))
  return `${name.padEnd(22)} caught ${share(caught.length, secrets.length)}, kind right ${share(named.length, caught.length)}, false alarms ${share(alarms.length, harmless.length)}`
}

const samples = readSamples(import.meta.dirname)
const seen = samples.filter(({ isHeldOut }) => !isHeldOut)
const held = samples.filter(({ isHeldOut }) => isHeldOut)
for (const [name, part] of [
  ['all', samples],
  ['tuned on', seen],
  ['held out', held],
] as const) {
  process.stdout.write(`${line(name, part)}\n`)
  for (const language of ['en', 'zh'] as const) {
    process.stdout.write(
      `${line(
        `${name}, ${language}`,
        part.filter((each) => each.language === language),
      )}\n`,
    )
  }
}
if (process.argv.includes('--wrong')) {
  for (const sample of seen.filter((each) => !isJudgedRight(each))) {
    process.stdout.write(
      `${sample.kind || '-'}\t${JSON.stringify(sample.text)}\t=> ${JSON.stringify(redactSecrets(sample.text).text)}\n`,
    )
  }
}

import fc from 'fast-check'
import { escapedOnce, shownSafely } from './properties.ts'

/** `npm run -s fuzz -- [runs] [seed]`: people's text in everything that is shown, again and again. */
const [runs = '100000', seed] = process.argv.slice(2)
const how = { numRuns: Number(runs), ...(seed !== undefined && { seed: Number(seed) }) }
const properties = { 'shown safely': shownSafely, 'escaped once': escapedOnce }

let failed = false
for (const [name, property] of Object.entries<typeof shownSafely | typeof escapedOnce>(properties)) {
  const result = fc.check<unknown[]>(property, how)
  failed ||= result.failed
  process.stdout.write(
    `${name}: ${result.failed ? 'failed' : 'passed'}, ${result.numRuns} runs, seed ${result.seed}\n`,
  )
  if (result.failed) process.stdout.write(`${fc.defaultReportMessage(result)}\n${result.errorInstance}\n`)
}
process.exit(failed ? 1 : 0)

import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { withControlTable } from './control-table.ts'
import { desk } from './desk.ts'
import { runMutants } from './run-mutants.ts'

/**
 * `npm run -s mutants -- desk [C12]`: takes each control away in turn, and names the test that notices.
 * `npm run -s mutants -- docs`: writes the table of docs/security.md.
 */
const root = join(import.meta.dirname, '../..')
const [what, control] = process.argv.slice(2)
if (what === 'docs') {
  const path = join(root, 'docs/security.md')
  writeFileSync(path, withControlTable(readFileSync(path, 'utf8'), desk))
  process.exit(0)
}
const mutants = desk.filter((mutant) => control === undefined || mutant.control === control)
if (what !== 'desk' || mutants.length === 0) {
  process.stderr.write('npm run -s mutants -- desk [control, such as C12]\n')
  process.exit(1)
}

const fates = await runMutants({
  root,
  mutants,
  copies: Math.min(4, availableParallelism()),
  limitMs: 120_000,
  say: (line) => process.stderr.write(`${line}\n`),
})

const rows = mutants.map((mutant, at) => {
  const fate = fates[at]
  const how = fate?.kind === 'killed' ? fate.by : fate?.kind === 'broken' ? fate.why : ''
  return [mutant.control, fate?.kind ?? '', mutant.removes, how]
})
const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
for (const row of rows) {
  process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
}
const killed = fates.filter((fate) => fate.kind === 'killed').length
process.stdout.write(`killed ${killed} of ${mutants.length}\n`)
process.exit(killed === mutants.length ? 0 : 1)

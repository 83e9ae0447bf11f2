import { type Control, controls, notBuilt } from './controls.ts'
import type { Mutant } from './mutant.ts'

const begin = '| control | what it says | where it is | tests that fail without it |\n|---|---|---|---|\n'

function linked(paths: readonly string[]): string {
  return [...new Set(paths)]
    .sort()
    .map((path) => `\`${path}\``)
    .join(' ')
}

function row(control: string, words: string, mutants: readonly Mutant[]): string {
  const own = mutants.filter((mutant) => mutant.control === control)
  const where = linked(own.map(({ file }) => file))
  return `| ${control} | ${words} | ${where} | ${linked(own.flatMap(({ tests }) => tests))} |\n`
}

/** The table of `docs/security.md`: each control that is built, where it is, and the tests that hold it. */
export function controlTable(mutants: readonly Mutant[]): string {
  const missing: ReadonlySet<string> = new Set<Control>(notBuilt)
  const built = Object.entries(controls).filter(([control]) => !missing.has(control))
  return begin + built.map(([control, words]) => row(control, words, mutants)).join('')
}

/** The document with the table as it is now in the place of the one that it holds. */
export function withControlTable(document: string, mutants: readonly Mutant[]): string {
  const from = document.indexOf(begin)
  const to = document.indexOf('\n\n', from)
  if (from === -1 || to === -1) throw new Error('the document has no table of controls')
  return document.slice(0, from) + controlTable(mutants) + document.slice(to + 1)
}

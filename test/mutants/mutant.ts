import type { Control } from './controls.ts'

/** One way to take a control away, and the tests that must then fail. */
export interface Mutant {
  readonly control: Control
  /** What is no longer so. */
  readonly removes: string
  readonly file: string
  /** Occurs exactly once in the file. */
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
  /** Where one test is meant and the whole file takes long: part of its name. */
  readonly testName?: string
}

/** What became of a mutant. `broken`: no test failed, but not every one ran either. */
export type Fate =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'broken'; readonly why: string }

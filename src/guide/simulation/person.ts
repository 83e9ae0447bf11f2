import { Language } from '../../language.ts'
import { Possession } from '../claim.ts'
import type { Symptom } from './symptoms.ts'
import type { Means } from './ways.ts'

/** Somebody who writes to Postern: what is wrong, and what they still have. */
export interface Person {
  readonly symptom: Symptom
  readonly has: ReadonlySet<Means>
  readonly language: Language
}

/** Everybody has this unless their symptom says otherwise; of the rest, every combination is played. */
const usual: readonly Possession[] = ['programs_closed']
const varied = Possession.options.filter((each) => !usual.includes(each))

/** All subsets of a list, the empty one first. */
function subsets<T>(of: readonly T[]): T[][] {
  const [first, ...rest] = of
  if (first === undefined) return [[]]
  const without = subsets(rest)
  return [...without, ...without.map((subset) => [first, ...subset])]
}

/** Every person there can be with these symptoms, where the company has log-in by QR code or has not. */
export function everybody(symptoms: readonly Symptom[], qrLogin: boolean): Person[] {
  const company: readonly Means[] = qrLogin ? ['qr_login'] : []
  return symptoms.flatMap((symptom) => {
    const { has, lacks } = symptom
    const always = [...usual, ...company].filter((each) => !lacks.some((lacking) => lacking === each))
    const possible = subsets(varied).filter(
      (subset) => has.every((each) => subset.includes(each)) && !lacks.some((each) => subset.includes(each)),
    )
    return possible.flatMap((subset) =>
      Language.options.map((language) => ({ symptom, has: new Set([...always, ...subset]), language })),
    )
  })
}

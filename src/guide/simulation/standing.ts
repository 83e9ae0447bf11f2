import { type Claim, Possession, type Problem } from '../claim.ts'
import type { Way } from '../way.ts'
import { Belongings } from './belongings.ts'
import type { Person } from './person.ts'
import { type Means, ways } from './ways.ts'

/** How things are with a person at one point of their walk. */
export interface Standing {
  readonly has: Belongings
  /** What still stands in their way; the first is what they see. */
  readonly problems: readonly Problem[]
  readonly tells: readonly Claim[]
  /** Ways that have not helped. */
  readonly inVain: ReadonlySet<Way>
}

/** `asked` is told what the person was asked for. */
export function standingOf({ symptom, has }: Person, asked: Set<Means> = new Set()): Standing {
  return {
    has: new Belongings(has, asked),
    problems: symptom.problems,
    tells: symptom.tells,
    inVain: new Set(),
  }
}

const possessions: ReadonlySet<string> = new Set(Possession.options)

export function isPossession(claim: string): claim is Possession {
  return possessions.has(claim)
}

/** Whether the person may honestly say so; `worked`: the way of the present card has just done what it is for. */
export function isTrue(claim: Claim, { has, problems, tells }: Standing, worked: boolean): boolean {
  if (claim === 'worked') return worked
  if (claim === 'in') return problems.length === 0
  if (claim === 'anyone') return true
  if (isPossession(claim)) return has.has(claim)
  return problems[0] === claim || tells.includes(claim)
}

/** Why the person cannot be sent this way, such as `without secure_phone`; undefined where they can. */
export function obstacle({ has, problems }: Standing, way: Way): string | undefined {
  const { needs, never = [] } = ways[way]
  const lacking = needs.find((each) => !has.has(each))
  if (lacking !== undefined) return `without ${lacking}`
  const forbidding = never.find((each) => problems.includes(each))
  return forbidding && `while ${forbidding}`
}

/** Ways that would certainly end a problem, and that the person could walk. */
function waysFor(standing: Standing, problem: Problem): Way[] {
  const all = Object.keys(ways) as Way[]
  return all.filter(
    (way) =>
      ways[way].helps.includes(problem) &&
      obstacle({ ...standing, problems: [problem] }, way) === undefined &&
      !standing.inVain.has(way),
  )
}

/** Where the person could get in by themselves: the ways that end what they see now. Otherwise none. */
export function workingWays(standing: Standing): Way[] {
  const [first = [], ...later] = standing.problems.map((problem) => waysFor(standing, problem))
  return later.every((each) => each.length > 0) ? first : []
}

import type { Way } from '../way.ts'
import { isPossession, type Standing } from './standing.ts'
import { type Gain, ways } from './ways.ts'

/** What has become of a person who tried a way. */
interface Attempt {
  readonly standing: Standing
  readonly worked: boolean
}

/** The person after a way that brought some of the gains it could have; what it failed at once it fails at again. */
function tried(standing: Standing, way: Way, wanted: readonly Gain[], gained: readonly Gain[]): Attempt {
  const failed = wanted.length > gained.length
  return {
    worked: gained.length > 0,
    standing: {
      ...standing,
      has: standing.has.with(gained.filter(isPossession)),
      problems: standing.problems.filter((problem) => !gained.includes(problem)),
      inVain: failed ? new Set([...standing.inVain, way]) : standing.inVain,
    },
  }
}

/** What comes of trying a way: first what is to be expected, then what could happen instead. */
export function attempts(standing: Standing, way: Way): readonly [Attempt, ...Attempt[]] {
  const { helps, mayHelp = [] } = ways[way]
  const { problems, has, inVain } = standing
  if (problems.length === 0) return [{ standing, worked: true }]
  const isWanted = (gain: Gain): boolean =>
    isPossession(gain) ? !has.has(gain) : problems.some((problem) => problem === gain)
  const sure = helps.filter(isWanted)
  const wanted = [...sure, ...mayHelp.filter(isWanted)]
  if (wanted.length === 0 || inVain.has(way)) return [{ standing, worked: false }]
  const others = [wanted, []].filter((gained) => gained.length !== sure.length)
  return [tried(standing, way, wanted, sure), ...others.map((gained) => tried(standing, way, wanted, gained))]
}

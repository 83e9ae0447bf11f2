import { namesAccess } from './access-words.ts'
import type { Feature, Features } from './features.ts'
import { otherSystem } from './other-systems.ts'
import type { Scorer, Scores } from './score.ts'

const farthestOdds = 12
const farthestLead = 6
/** A word speaks for a label from this weight on; in nats. */
const speaks = 0.5

const functionWords = new Set(
  (
    'a an the i my me is am are was be to of in on for and or it this that with do does did not can no you your we have has ' +
    'had will would could please how what when where why who if so at from by as just now but get any there he she they his ' +
    'her our up out after all again'
  ).split(' '),
)

function limit(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)

/** Places of the best two labels, leaving out `outside`. */
function bestTwo(scores: Float64Array, outside: number): readonly [number, number] {
  let [best, second] = [-1, -1]
  scores.forEach((score, at) => {
    if (at === outside) return
    if (best < 0 || score > (scores[best] ?? 0)) [best, second] = [at, best]
    else if (second < 0 || score > (scores[second] ?? 0)) second = at
  })
  return [best, second]
}

/** Words with meaning: no function words, and of Chinese the pairs of characters. */
function meaningful(singles: readonly Feature[]): readonly Feature[] {
  return singles.filter(({ key, word }) =>
    key.startsWith('z:') ? [...word].length === 2 : !functionWords.has(word),
  )
}

function scoreSigns({ joint }: Scores, outside: number): readonly number[] {
  const [best, second] = bestTwo(joint, outside)
  const out = outside < 0 ? 0 : Math.exp(joint[outside] ?? 0)
  const inside = Math.log(Math.max(1 - out, 1e-12))
  const odds = inside - Math.log(Math.max(out, 1e-12))
  const entropy = joint.reduce((sum, score, at) => {
    const log = score - inside
    return at === outside ? sum : sum - Math.exp(log) * log
  }, 0)
  return [
    (joint[best] ?? 0) - inside,
    limit((joint[best] ?? 0) - (joint[second] ?? -farthestLead), farthestLead),
    entropy,
    limit(odds, farthestOdds),
  ]
}

/** The numbers of one text; `outside` is the place of the label for what is out of scope, -1 where there is none. */
export function signs(
  scorer: Scorer,
  text: { readonly normalised: string; readonly found: Features; readonly scores: Scores },
  outside: number,
): readonly number[] {
  const { normalised, found, scores } = text
  const singles = found.words.filter(({ key }) => key.startsWith('w:') || key.startsWith('z:'))
  const chinese = singles.filter(({ key }) => key.startsWith('z:')).length
  const meaning = meaningful(singles)
  const of = (holds: (feature: Feature) => boolean): number =>
    share(meaning.filter(holds).length, meaning.length)
  const [best] = bestTwo(scores.joint, outside)
  const { named, hinted } = otherSystem(normalised)
  const flags = (...list: boolean[]): number[] => list.map(Number)
  const unknownPieces = found.pieces.filter((feature) => !scorer.knows(feature)).length
  return [
    ...scoreSigns(scores, outside),
    meaning.length === 0 ? 1 : of((feature) => !scorer.knows(feature)),
    found.pieces.length === 0 ? 1 : share(unknownPieces, found.pieces.length),
    ...flags(meaning.length === 0),
    of((feature) => scorer.weigh(feature, best) > speaks),
    of((feature) => scorer.weigh(feature, outside) > speaks),
    ...flags(hinted, !named && namesAccess(normalised)),
    Math.log(1 + singles.length),
    ...flags(
      chinese > singles.length - chinese,
      bestTwo(scores.words, outside)[0] === bestTwo(scores.pieces, outside)[0],
    ),
  ]
}

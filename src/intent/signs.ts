import { namesAccess } from './access-words.ts'
import type { Features } from './features.ts'
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

/** What the single words of a text, and of Chinese the single characters and pairs of them, say about the best label. */
function wordSigns(scorer: Scorer, words: Features['words'], best: number, outside: number) {
  const count = { singles: 0, chinese: 0, meaning: 0, unknown: 0, typical: 0, typicalOutside: 0 }
  for (const [key, word] of words) {
    const isChinese = key.startsWith('z:')
    if (!isChinese && !key.startsWith('w:')) continue
    count.singles += 1
    if (isChinese) count.chinese += 1
    if (isChinese ? [...word].length !== 2 : functionWords.has(word)) continue
    count.meaning += 1
    const weight = scorer.weigh(key, best)
    if (weight === undefined) {
      count.unknown += 1
      continue
    }
    if (weight > speaks) count.typical += 1
    if ((scorer.weigh(key, outside) ?? 0) > speaks) count.typicalOutside += 1
  }
  return count
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
  const [best] = bestTwo(scores.joint, outside)
  const { singles, chinese, meaning, unknown, typical, typicalOutside } = wordSigns(
    scorer,
    found.words,
    best,
    outside,
  )
  const [named, hinted] = [found.words.has('x:named'), found.words.has('x:hinted')]
  const flags = (...list: boolean[]): number[] => list.map(Number)
  return [
    ...scoreSigns(scores, outside),
    meaning === 0 ? 1 : unknown / meaning,
    found.pieces.size === 0 ? 1 : share(found.pieces.size - scores.knownPieces, found.pieces.size),
    ...flags(meaning === 0),
    share(typical, meaning),
    share(typicalOutside, meaning),
    ...flags(hinted, !named && namesAccess(normalised)),
    Math.log(1 + singles),
    ...flags(
      chinese > singles - chinese,
      bestTwo(scores.words, outside)[0] === bestTwo(scores.pieces, outside)[0],
    ),
  ]
}

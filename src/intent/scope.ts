import type { Features } from './features.ts'
import type { Scorer } from './score.ts'

/** What the estimate whether a message is about getting into the mailbox rests on. */
interface ScopeSigns {
  /** Log-odds of all intents together against out_of_scope, in nats. */
  readonly logOdds: number
  /** 0..1: share of words with meaning that no utterance has. */
  readonly unknown: number
  /** 0..1: share of words with meaning that speak for the best intent. */
  readonly typical: number
  /** Another system is named, and the mailbox is not. */
  readonly otherSystem: boolean
  /** A word that is about getting in, with no other system named. */
  readonly access: boolean
  /** Number of words and Chinese characters. */
  readonly length: number
}

/** Logistic regression, fitted on utterances each scored by a model that had not seen it (5 folds). */
const weights = {
  constant: -3.295,
  logOdds: 0.712,
  unknown: -0.406,
  typical: 0.382,
  otherSystem: -0.74,
  length: 0.219,
  access: 1.214,
} as const
const farthest = 12

const functionWords = new Set(
  (
    'a an the i my me is am are was be to of in on for and or it this that with do does did not can no you your we have has ' +
    'had will would could please how what when where why who if so at from by as just now but get any there he she they his ' +
    'her our up out after all again'
  ).split(' '),
)

/** 0..1: how likely the message is about getting into the mailbox. */
export function inScope(signs: ScopeSigns): number {
  const logOdds = Math.max(-farthest, Math.min(farthest, signs.logOdds))
  const sum =
    weights.constant +
    weights.logOdds * logOdds +
    weights.unknown * signs.unknown +
    weights.typical * signs.typical +
    (signs.otherSystem ? weights.otherSystem : 0) +
    (signs.access ? weights.access : 0) +
    weights.length * Math.log(1 + signs.length)
  return 1 / (1 + Math.exp(-sum))
}

/** The shares and the length for `inScope`; `best` is the place of the best intent in the scorer's labels. */
export function wordSigns(
  scorer: Scorer,
  found: Features,
  best: number,
): Pick<ScopeSigns, 'unknown' | 'typical' | 'length'> {
  const singles = found.words.filter(({ key }) => key.startsWith('w:') || key.startsWith('z:'))
  const meaning = singles.filter(({ key, word }) =>
    key.startsWith('z:') ? [...word].length === 2 : !functionWords.has(word),
  )
  const share = (count: number): number => (meaning.length === 0 ? 0 : count / meaning.length)
  return {
    unknown: meaning.length === 0 ? 1 : share(meaning.filter((each) => !scorer.knows(each)).length),
    typical: share(meaning.filter((each) => scorer.weigh(each, best) > 0.5).length),
    length: singles.length,
  }
}

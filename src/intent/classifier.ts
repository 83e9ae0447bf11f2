import { decide, thresholds } from './decide.ts'
import { detectLanguage } from './detect-language.ts'
import type { Features } from './features.ts'
import { IntentId, type TrainingLabel } from './intent-id.ts'
import { createJudge } from './judge.ts'
import type { ModelArtefact } from './model-artefact.ts'
import { normalize } from './normalize.ts'
import { withoutBystanders } from './other-systems.ts'
import { type Rule, rules } from './rules.ts'
import type { Scorer } from './score.ts'
import { twoMatters } from './second-intent.ts'
import type { Classifier, Decision, Evidence, Ranked, Understanding } from './understanding.ts'

const mostEvidence = 8
/** How much of the probability a rule takes for its intent; where a rule says that a text is not for us, what it leaves. */
const ruleShare = 0.97

type Shares = Pick<Understanding, 'ranked' | 'inScope' | 'confidence'>

/** Intents that the model has not learnt come last with 0. */
function withUnlearnt(ranked: readonly { label: TrainingLabel; probability: number }[]): readonly Ranked[] {
  const known = new Map(ranked.map(({ label, probability }) => [label, probability]))
  const rest = IntentId.options.filter((intent) => !known.has(intent))
  const learnt = ranked.flatMap(({ label, probability }) =>
    label === 'out_of_scope' ? [] : [{ intent: label, probability }],
  )
  return [...learnt, ...rest.map((intent) => ({ intent, probability: 0 }))]
}

/** Weights of the features summed over the word they were taken from, strongest first. */
function explain(scorer: Scorer, found: Features, best: number): readonly Evidence[] {
  const byWord = new Map<string, number>()
  for (const kind of [found.words, found.pieces]) {
    const weights = [...kind].map(([key, word]) => ({ word, weight: scorer.weigh(key, best) }))
    const known = weights.filter(({ weight }) => weight !== undefined).length
    for (const { word, weight = 0 } of weights) {
      if (word !== '') byWord.set(word, (byWord.get(word) ?? 0) + weight / Math.sqrt(Math.max(1, known)))
    }
  }
  return [...byWord]
    .map(([word, weight]) => ({ word, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostEvidence)
}

/** After a rule has named the intent it has nearly all the probability; the others keep their order. */
function favour({ ranked, inScope }: Shares, intent: IntentId): Shares {
  const shared = ranked
    .map((each) => ({
      intent: each.intent,
      probability: each.probability * (1 - ruleShare) + (each.intent === intent ? ruleShare : 0),
    }))
    .sort((a, b) => b.probability - a.probability)
  return { ranked: shared, inScope: ruleShare + (1 - ruleShare) * inScope, confidence: ruleShare }
}

/** What a rule makes of what the model said. */
function byRule({ decision, name }: Rule, said: Shares): Shares & Pick<Understanding, 'decision' | 'rule'> {
  switch (decision.kind) {
    case 'accept':
      return { ...favour(said, decision.intent), decision, rule: name }
    case 'fallback': {
      const left = 1 - ruleShare
      const shares = { ...said, inScope: said.inScope * left, confidence: said.confidence * left }
      return { ...shares, decision, rule: name }
    }
  }
}

/** Two matters in one message, where it is for us and the likeliest intent is one of them. */
function bothMatters(
  { ranked, inScope }: Shares,
  normalised: string,
  judge: Parameters<typeof twoMatters>[2],
): Decision | undefined {
  if (inScope < thresholds.scope) return undefined
  const both = twoMatters(normalised, ranked[0]?.intent, judge)
  return both && { kind: 'accept', intent: both[0], also: both[1] }
}

/** A classifier that serves the artefact. Holds no state; building it takes a few milliseconds. */
export function createClassifier(artefact: ModelArtefact): Classifier {
  const { scorer, judge } = createJudge(artefact, 'out_of_scope')
  return {
    understand: (text) => {
      const normalised = normalize(text)
      const { found, ranked, inScope, confidence } = judge(withoutBystanders(normalised))
      const said: Shares = { ranked: withUnlearnt(ranked), inScope, confidence }
      const rule = rules.find((each) => each.matches(normalised))
      const single = rule === undefined ? { ...said, decision: decide(said) } : byRule(rule, said)
      const outcome = { ...single, decision: bothMatters(single, normalised, judge) ?? single.decision }
      const intent = outcome.ranked[0]?.intent ?? 'which_path'
      return {
        ...outcome,
        intent,
        language: detectLanguage(text) ?? 'en',
        // A third of the work, and only the command line asks for it.
        get evidence() {
          return explain(scorer, found, scorer.labels.indexOf(intent))
        },
      }
    },
  }
}

import { namesAccess } from './access-words.ts'
import { decide } from './decide.ts'
import { detectLanguage } from './detect-language.ts'
import { type Features, features } from './features.ts'
import { IntentId } from './intent-id.ts'
import type { ModelArtefact } from './model-artefact.ts'
import { normalize } from './normalize.ts'
import { otherSystem } from './other-systems.ts'
import { type Rule, rules } from './rules.ts'
import { inScope, wordSigns } from './scope.ts'
import { createScorer, type Scorer } from './score.ts'
import type { Classifier, Evidence, Ranked, Understanding } from './understanding.ts'

const mostEvidence = 8
/** How much of the probability a rule takes for its intent. */
const ruleShare = 0.97

/** Intents best first; those the model has not learnt come last with 0. Sums to 1. */
function rank(scorer: Scorer, scores: readonly number[]): readonly Ranked[] {
  const known = new Map<string, number>(
    scorer.labels.map((label, at) => [label, Math.exp(scores[at] ?? -Infinity)]),
  )
  const all = IntentId.options.map((intent) => ({ intent, share: known.get(intent) ?? 0 }))
  const sum = all.reduce((total, { share }) => total + share, 0)
  const ranked = all.map(({ intent, share }) => ({
    intent,
    probability: sum > 0 ? share / sum : 1 / all.length,
  }))
  return ranked.sort((a, b) => b.probability - a.probability)
}

function logOddsInScope(scorer: Scorer, scores: readonly number[]): number {
  const at = scorer.labels.indexOf('out_of_scope')
  if (at < 0) return Number.POSITIVE_INFINITY
  const outside = Math.exp(scores[at] ?? 0)
  return Math.log(Math.max(1 - outside, 1e-12)) - Math.log(Math.max(outside, 1e-12))
}

/** Weights of the features summed over the word they were taken from, strongest first. */
function explain(scorer: Scorer, found: Features, best: number): readonly Evidence[] {
  const byWord = new Map<string, number>()
  for (const kind of [found.words, found.pieces]) {
    const spread = Math.sqrt(Math.max(1, kind.filter((feature) => scorer.knows(feature)).length))
    for (const feature of kind) {
      if (feature.word === '') continue
      byWord.set(feature.word, (byWord.get(feature.word) ?? 0) + scorer.weigh(feature, best) / spread)
    }
  }
  return [...byWord]
    .map(([word, weight]) => ({ word, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostEvidence)
}

/** The probabilities after a rule has named the intent: it gets nearly all, the others keep their order. */
function favour(ranked: readonly Ranked[], intent: IntentId): readonly Ranked[] {
  const shared = ranked.map((each) => ({
    intent: each.intent,
    probability: each.probability * (1 - ruleShare) + (each.intent === intent ? ruleShare : 0),
  }))
  return shared.sort((a, b) => b.probability - a.probability)
}

function byRule(
  rule: Rule,
  ranked: readonly Ranked[],
  scope: number,
): Pick<Understanding, 'decision' | 'ranked' | 'confidence'> {
  switch (rule.decision.kind) {
    case 'accept': {
      const favoured = favour(ranked, rule.decision.intent)
      return { decision: rule.decision, ranked: favoured, confidence: favoured[0]?.probability ?? ruleShare }
    }
    case 'fallback':
      return {
        decision: rule.decision,
        ranked,
        confidence: (ranked[0]?.probability ?? 0) * scope * (1 - ruleShare),
      }
  }
}

/** A classifier that serves the artefact. Holds no state; building it takes a few milliseconds. */
export function createClassifier(artefact: ModelArtefact): Classifier {
  const scorer = createScorer(artefact)
  return {
    understand: (text) => {
      const normalised = normalize(text)
      const found = features(normalised)
      const scores = scorer.score(found)
      const ranked = rank(scorer, scores)
      const place = (intent: IntentId): number => scorer.labels.indexOf(intent)
      const elsewhere = otherSystem(normalised).named
      const scope = inScope({
        logOdds: logOddsInScope(scorer, scores),
        otherSystem: elsewhere,
        access: !elsewhere && namesAccess(normalised),
        ...wordSigns(scorer, found, place(ranked[0]?.intent ?? 'which_path')),
      })
      const rule = rules.find((each) => each.matches(normalised))
      const outcome =
        rule === undefined
          ? { decision: decide(ranked, scope), ranked, confidence: (ranked[0]?.probability ?? 0) * scope }
          : { ...byRule(rule, ranked, scope), rule: rule.name }
      const intent = outcome.ranked[0]?.intent ?? 'which_path'
      return {
        ...outcome,
        intent,
        language: detectLanguage(text) ?? 'en',
        evidence: explain(scorer, found, place(intent)),
      }
    },
  }
}

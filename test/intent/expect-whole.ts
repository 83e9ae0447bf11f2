import { IntentId } from '../../src/intent/intent-id.ts'
import type { Understanding } from '../../src/intent/understanding.ts'

/** Every intent once, best first, with probabilities that sum to 1; the decision and the figures fit them. */
export function expectWhole(understanding: Understanding): void {
  const { ranked, intent, confidence, decision, evidence } = understanding
  expect(new Set(ranked.map((each) => each.intent))).toEqual(new Set(IntentId.options))
  expect(ranked).toHaveLength(IntentId.options.length)
  expect(ranked.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 9)
  expect(ranked.every(({ probability }, at) => probability <= (ranked[at - 1]?.probability ?? 1))).toBe(true)
  expect(ranked.every(({ probability }) => probability >= 0)).toBe(true)
  expect(intent).toBe(ranked[0]?.intent)
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(confidence).toBeLessThanOrEqual(1)
  if (decision.kind === 'accept') expect([decision.intent, decision.also]).toContain(intent)
  if (decision.kind === 'clarify') expect(decision.intents[0]).toBe(intent)
  expect(evidence.every(({ weight }) => Number.isFinite(weight))).toBe(true)
}

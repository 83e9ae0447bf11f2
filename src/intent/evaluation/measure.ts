import type { Language } from '../../language.ts'
import type { TrainingLabel } from '../intent-id.ts'
import type { Classifier, Decision } from '../understanding.ts'
import type { Answer, Outcome } from './outcome.ts'

/** A message and what a person says it means; `also` are intents that would do as well. */
export interface Labelled {
  readonly text: string
  readonly intent: TrainingLabel
  readonly language: Language
  readonly also: readonly TrainingLabel[]
}

function answerOf(decision: Decision): Answer {
  switch (decision.kind) {
    case 'accept':
      return { kind: 'led', intent: decision.intent }
    case 'clarify':
      return { kind: 'asked', offered: decision.intents }
    case 'fallback':
      return { kind: 'rejected' }
  }
}

/** Messages asked about beforehand, so that the times are those of code that has run before. */
const warmUp = 200

/** Asks the classifier about each message. `now` is a clock in milliseconds, fine enough to time one answer. */
export function measure(
  classifier: Classifier,
  messages: readonly Labelled[],
  now: () => number,
): readonly Outcome[] {
  for (const { text } of messages.slice(0, warmUp)) classifier.understand(text)
  return messages.map(({ text, intent, also, language }) => {
    const began = now()
    const { ranked, decision, confidence, inScope } = classifier.understand(text)
    const milliseconds = now() - began
    return {
      intent,
      also,
      language,
      ranked,
      scope: inScope,
      confidence,
      answer: answerOf(decision),
      milliseconds,
    }
  })
}

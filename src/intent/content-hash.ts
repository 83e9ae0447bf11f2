import { createHash } from 'node:crypto'
import { modelVersion } from './model-artefact.ts'
import type { TrainingExample } from './understanding.ts'

/** SHA-256, in hex, of the examples in a fixed order and of the version of the model's code. */
export function contentHash(examples: readonly TrainingExample[]): string {
  const rows = inOrder(examples).map(({ label, language, text }) => JSON.stringify([label, language, text]))
  return createHash('sha256')
    .update([`model ${modelVersion}`, ...rows].join('\n'))
    .digest('hex')
}

/** Examples sorted by label, language and text, so that the order of files does not matter. */
export function inOrder(examples: readonly TrainingExample[]): readonly TrainingExample[] {
  const key = ({ label, language, text }: TrainingExample): string => `${label}\n${language}\n${text}`
  const keyed = examples.map((example) => ({ example, key: key(example) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ example }) => example)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainingExamples } from '../../src/compose-classifier.ts'
import type { Content } from '../../src/guide/content-set.ts'
import { loadContent } from '../../src/guide/load.ts'
import { type ModelArtefact, readArtefact } from '../../src/intent/model-artefact.ts'
import type { TrainingExample } from '../../src/intent/understanding.ts'

const root = join(__dirname, '..', '..')

export const shippedModelPath = join(root, 'src', 'intent', 'shipped-model.json')
export const readShippedModel = (): string => readFileSync(shippedModelPath, 'utf8')
export function shippedArtefact(): ModelArtefact {
  const artefact = readArtefact(readShippedModel())
  if (artefact === undefined) throw new Error('The shipped model cannot be read: npm run train')
  return artefact
}

export async function shippedContent(): Promise<Content> {
  return await loadContent(join(root, 'intents'))
}

export async function shippedExamples(): Promise<readonly TrainingExample[]> {
  return trainingExamples(await shippedContent())
}

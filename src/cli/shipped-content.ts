import { join } from 'node:path'
import { composeClassifier } from '../compose-classifier.ts'
import { type Content, describeIssue } from '../guide/content-set.ts'
import { loadContent } from '../guide/load.ts'
import type { Classifier } from '../intent/understanding.ts'

const root = join(import.meta.dirname, '..', '..')

export const shippedModel = join(root, 'src', 'intent', 'shipped-model.json')

/** The product's content; mistakes in it are named on standard error. */
export async function shippedContent(): Promise<Content> {
  const content = await loadContent(join(root, 'intents'))
  for (const issue of content.issues) console.error(describeIssue(issue))
  return content
}

export async function classifierOf(content: Content): Promise<Classifier> {
  return await composeClassifier({
    content,
    shippedModel,
    cacheFolder: join(root, 'data'),
    say: (line) => console.error(line),
  })
}

export async function shippedClassifier(): Promise<Classifier> {
  return await classifierOf(await shippedContent())
}

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from './guide/content-set.ts'
import { createClassifier } from './intent/classifier.ts'
import { contentHash } from './intent/content-hash.ts'
import { TrainingLabel } from './intent/intent-id.ts'
import { type ModelArtefact, printArtefact, readArtefact } from './intent/model-artefact.ts'
import type { Classifier, TrainingExample } from './intent/understanding.ts'
import { Language } from './language.ts'

/** What the content teaches: every utterance of every file that is an intent or `out_of_scope`, and, where there is one, the words on its button. */
export function trainingExamples(content: Content): readonly TrainingExample[] {
  return TrainingLabel.options.flatMap((label) => {
    const file = content.files.get(label)
    if (file === undefined) return []
    const { title, utterances, flow } = file
    return Language.options.flatMap((language) => {
      const onButton = flow === undefined ? undefined : title[language]
      const texts = onButton === undefined ? utterances[language] : [onButton, ...utterances[language]]
      return [...new Set(texts)].map((text) => ({ label, language, text }))
    })
  })
}

/** The artefact in a file, or undefined where there is none, it is damaged, or it was made from other content. */
async function currentArtefact(path: string, hash: string): Promise<ModelArtefact | undefined> {
  try {
    const artefact = readArtefact(await readFile(path, 'utf8'))
    return artefact?.contentHash === hash ? artefact : undefined
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a crash leaves no half a model. */
async function keep(folder: string, path: string, artefact: ModelArtefact): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.new`, printArtefact(artefact))
  await rename(`${path}.new`, path)
}

interface ClassifierOptions {
  readonly content: Content
  /** Path of the committed artefact. */
  readonly shippedModel: string
  /** Where models of changed content are kept, as `model-<hash>.json`. */
  readonly cacheFolder: string
  readonly say: (line: string) => void
}

/** The classifier for this content: shipped, else cached, else trained now and cached. Throws when the content has too few intents. */
export async function composeClassifier(options: ClassifierOptions): Promise<Classifier> {
  const { content, shippedModel, cacheFolder, say } = options
  const examples = trainingExamples(content)
  const hash = contentHash(examples)
  const cached = join(cacheFolder, `model-${hash}.json`)
  const current = (await currentArtefact(shippedModel, hash)) ?? (await currentArtefact(cached, hash))
  if (current !== undefined) return createClassifier(current)
  say('The content has changed: learning its utterances (a few seconds, once).')
  const { trainModel } = await import('./intent/train.ts')
  const artefact = trainModel(examples)
  await keep(cacheFolder, cached, artefact).catch(() =>
    say(`The model could not be kept in ${cacheFolder}; it will be learned again at the next start.`),
  )
  return createClassifier(artefact)
}

import { createClassifier } from '../../../src/intent/classifier.ts'
import { printArtefact, readArtefact } from '../../../src/intent/model-artefact.ts'
import type { System } from '../system.ts'

/** The product's own model, rules included. */
export const postern: System = {
  learn: async (examples) => {
    const { trainModel } = await import('../../../src/intent/train.ts')
    return printArtefact(trainModel(examples))
  },
  load: (model) => {
    const artefact = readArtefact(model)
    if (artefact === undefined) throw new Error('Postern cannot read its own model.')
    const classifier = createClassifier(artefact)
    return (text) => {
      const { intent, inScope } = classifier.understand(text)
      return { intent, score: inScope }
    }
  },
}

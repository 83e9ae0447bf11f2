import { createRequire } from 'node:module'
import { bestInScope, type System } from '../system.ts'

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  export(): string
  import(model: string): void
  process(
    text: string,
  ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>
}

const peers = createRequire(new URL('../../peers/package.json', import.meta.url))
const { NlpManager }: { NlpManager: new (settings: object) => NlpManager } = peers('node-nlp')

const newManager = (): NlpManager =>
  new NlpManager({ languages: ['en', 'zh'], autoSave: false, forceNER: false, nlu: { log: false } })

/** nlp.js as its quick start shows it, with both languages; it finds out by itself which one a message is in. */
export const nlpJs: System = {
  learn: async (examples) => {
    const manager = newManager()
    for (const { language, text, label } of examples) manager.addDocument(language, text, label)
    await manager.train()
    return manager.export()
  },
  load: (model) => {
    const manager = newManager()
    manager.import(model)
    return async (text) => {
      const { classifications } = await manager.process(text)
      return bestInScope(classifications.map(({ intent, score }) => ({ label: intent, score })))
    }
  },
}

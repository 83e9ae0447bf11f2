import { z } from 'zod'
import type { Content } from './content-set.ts'

/** What the checks need of a file, read so leniently that one mistake hides no other; the schema reports the rest. */
const LooseChoice = z
  .object({ id: z.string().catch(''), to: z.string().catch(''), when: z.unknown().optional() })
  .catch({ id: '', to: '' })

const noTexts = { en: [], zh: [] }

/** What people type or read, by language. */
const LooseTexts = z
  .object({ en: z.array(z.string()).catch([]), zh: z.array(z.string()).catch([]) })
  .catch(noTexts)

// biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
const LooseReminder = z.object({ then: z.string().catch('') })

const LooseNode = z
  .object({
    kind: z.string().catch(''),
    // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
    then: z.string().optional().catch(undefined),
    reminder: LooseReminder.optional().catch(undefined),
    choices: z.array(LooseChoice).catch([]),
    on_screen: LooseTexts,
  })
  .catch({ kind: '', choices: [], on_screen: noTexts })
export type LooseNode = z.infer<typeof LooseNode>

const LooseFlow = z.object({
  start: z.string().catch(''),
  start_without_qr: z.string().optional().catch(undefined),
  nodes: z.record(z.string(), LooseNode).catch({}),
})

const LooseFile = z
  .object({
    menu: z.number().optional().catch(undefined),
    confusable_with: z.record(z.string(), z.unknown()).catch({}),
    utterances: LooseTexts,
    flow: LooseFlow.optional().catch(undefined),
  })
  .catch({ confusable_with: {}, utterances: noTexts })
export type LooseFile = z.infer<typeof LooseFile>

/** Every readable document of the content, by id; where only parsed files are given, those. */
export function documentsOf(content: Content): ReadonlyMap<string, unknown> {
  return content.documents ?? content.files
}

export function looseFiles(content: Content): ReadonlyMap<string, LooseFile> {
  return new Map([...documentsOf(content)].map(([id, document]) => [id, LooseFile.parse(document)]))
}

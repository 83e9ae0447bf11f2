import { Language } from '../language.ts'
import { type ContentIssue, fileName } from './content-set.ts'
import { contentTexts } from './content-texts.ts'
import type { LooseFile } from './loose-file.ts'
import { sendsToMailbox } from './mailbox-phrases.ts'

/** Texts that send a locked-out person to the mailbox they cannot open. Who has reached `done` can open it again. */
export function lintMailbox(id: string, { flow }: LooseFile, document: unknown): ContentIssue[] {
  return contentTexts(document).flatMap(({ path, use, postmasterOnly, words }) => {
    const [, , name = ''] = path.split('.')
    if (use === 'button' || postmasterOnly || flow?.nodes[name]?.kind === 'done') return []
    return Language.options.flatMap((language): ContentIssue[] => {
      if (!sendsToMailbox(words[language] ?? '')) return []
      const message = 'sends a locked-out person to their mail, which they cannot read'
      return [{ severity: 'error', file: fileName(id), path: `${path}.${language}`, message }]
    })
  })
}

import { Language } from '../language.ts'
import { type ContentIssue, fileName } from './content-set.ts'
import type { LooseFile } from './loose-file.ts'
import { screenKey } from './screen-message.ts'

/** Words, of Chinese characters: fewer could stand in any sentence. */
const fewest: Readonly<Record<Language, number>> = { en: 2, zh: 3 }

interface Quoted {
  readonly file: string
  readonly path: string
  readonly words: string
  readonly language: Language
}

function quotedIn(id: string, { flow }: LooseFile): Quoted[] {
  return Object.entries(flow?.nodes ?? {}).flatMap(([name, { on_screen }]) =>
    Language.options.flatMap((language) =>
      on_screen[language].map((message, at) => ({
        file: fileName(id),
        path: `flow.nodes.${name}.on_screen.${language}.${at}`,
        words: screenKey(message),
        language,
      })),
    ),
  )
}

/** What is wrong with the messages of the log-in page: too short to tell anything, or leading to two places. */
export function lintScreens(files: ReadonlyMap<string, LooseFile>): ContentIssue[] {
  const quoted = [...files].flatMap(([id, file]) => quotedIn(id, file))
  const first = new Map<string, Quoted>()
  return quoted.flatMap((each): ContentIssue[] => {
    const { file, path, words, language } = each
    const other = first.get(words)
    if (other === undefined) first.set(words, each)
    const count = words.trim().split(' ').length
    const problems = [
      ...(count < fewest[language] ? [`is too short: it could stand in any sentence`] : []),
      ...(other === undefined ? [] : [`stands at ${other.file}, ${other.path} already`]),
    ]
    return problems.map((message) => ({ severity: 'error', file, path, message }))
  })
}

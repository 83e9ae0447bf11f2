import { type Content, type ContentIssue, fileName } from './content-set.ts'
import type { GuideSettings } from './guide.ts'
import { lintClaims } from './lint-claims.ts'
import { lintGraph } from './lint-graph.ts'
import { lintMailbox } from './lint-mailbox.ts'
import { lintScreens } from './lint-screens.ts'
import { lintTexts } from './lint-texts.ts'
import { documentsOf, type LooseFile, looseFiles } from './loose-file.ts'

/** The one file that has utterances and no flow, so nobody is shown its texts: what Postern is not for. */
const withoutFlow = 'out_of_scope'

function lintFlows(files: ReadonlyMap<string, LooseFile>): ContentIssue[] {
  return [...files].flatMap(([id, file]): ContentIssue[] => {
    const [severity, path] = ['error', 'flow'] as const
    if (id === withoutFlow) {
      if (file.flow === undefined) return []
      return [
        { severity, file: fileName(id), path, message: 'must not be here: nobody is walked through it' },
      ]
    }
    return file.flow === undefined ? [{ severity, file: fileName(id), path, message: 'is missing' }] : []
  })
}

/** Files that are missing, and utterances that nobody learns from. */
function lintNames(content: Content, names: readonly string[]): ContentIssue[] {
  const files = new Set([
    ...documentsOf(content).keys(),
    ...content.issues.map(({ file }) => file.slice(0, -4)),
  ])
  const missing = names.filter((name) => !files.has(name))
  const unheard = [...looseFiles(content)].filter(
    ([name, { utterances }]) =>
      !names.includes(name) && Object.values(utterances).some((said) => said.length > 0),
  )
  return [
    ...missing.map((name) => ({
      severity: 'error' as const,
      file: fileName(name),
      path: '',
      message: 'is missing',
    })),
    ...unheard.map(([name]) => ({
      severity: 'error' as const,
      file: fileName(name),
      path: 'utterances',
      message: 'are learnt by nobody: the file is named after no intent',
    })),
  ]
}

/** The files that are there and could not be read. */
function unreadFiles(content: Content): ReadonlySet<string> {
  const names = content.issues.map(({ file }) => file.slice(0, -4))
  return new Set(names.filter((name) => !documentsOf(content).has(name)))
}

const rank = { error: 0, warning: 1 } as const

/** Errors first, then by file; an issue that several checks found stands once. */
export function sortIssues(issues: readonly ContentIssue[]): ContentIssue[] {
  const known = new Map(issues.map((issue) => [JSON.stringify(issue), issue]))
  return [...known.values()].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || a.file.localeCompare(b.file, 'en'),
  )
}

/**
 * Everything that is wrong with the content: what loading found, how nodes hang together under `settings`, and every
 * text people are shown. `names`, where given, are the intents: their files must exist, and the model leads to them;
 * other files need another way in. Errors come first.
 */
export function lintContent(
  content: Content,
  settings: GuideSettings,
  names?: readonly string[],
): readonly ContentIssue[] {
  const files = looseFiles(content)
  return sortIssues([
    ...content.issues,
    ...(names === undefined ? [] : lintNames(content, names)),
    ...lintFlows(files),
    ...lintGraph(
      files,
      settings.qrLogin,
      (id) => names === undefined || names.includes(id),
      unreadFiles(content),
    ),
    ...lintScreens(files),
    ...lintClaims(content.files),
    ...[...documentsOf(content)].flatMap(([id, document]) =>
      id === withoutFlow ? [] : lintTexts(id, document),
    ),
    ...[...files].flatMap(([id, file]) => lintMailbox(id, file, documentsOf(content).get(id))),
  ])
}

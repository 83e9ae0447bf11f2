import { join, relative } from 'node:path'
import { compileGuide } from '../guide/compile.ts'
import { type Content, type ContentIssue, describeIssue } from '../guide/content-set.ts'
import { contentTexts } from '../guide/content-texts.ts'
import type { Guide, GuideSettings } from '../guide/guide.ts'
import { lintContent, sortIssues } from '../guide/lint.ts'
import { loadContent } from '../guide/load.ts'
import { TrainingLabel } from '../intent/intent-id.ts'
import { defaultSettings } from './default-settings.ts'
import { renderGuide } from './render-guide.ts'

const shipped = join(import.meta.dirname, '..', '..', 'intents')

const help = `Checks everything Postern says, and names each mistake with file and path.

  npm run -s guide -- check            the content in intents/
  npm run -s guide -- check FOLDER     the content in another folder
  npm run -s guide -- draw             the whole tree as one page for a browser: data/guide.html
                                       (also FOLDER, --to FILE, --language en|zh)

Exit code 0: no errors (there may be warnings). 1: errors. 64: the command or the folder is wrong. 73: the page cannot
be written.
`

const isError = (issue: ContentIssue): boolean => issue.severity === 'error'

/** What Slack would refuse; nothing where mistakes keep the content from being compiled, for those are named already. */
function rendered(content: Content, settings: GuideSettings): ContentIssue[] {
  let guide: Guide
  try {
    guide = compileGuide(content, settings)
  } catch {
    return []
  }
  return renderGuide(guide, settings.supportContact)
}

function check(content: Content): ContentIssue[] {
  return sortIssues(
    [defaultSettings(true), defaultSettings(false)].flatMap((settings) => [
      ...lintContent(content, settings, TrainingLabel.options),
      ...rendered(content, settings),
    ]),
  )
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function summary(content: Content, issues: readonly ContentIssue[]): string {
  const nodes = [...content.files.values()].flatMap((file) => Object.keys(file.flow?.nodes ?? {}))
  const texts = [...(content.documents ?? content.files).values()].flatMap(contentTexts)
  const errors = issues.filter(isError).length
  return [
    counted(content.files.size, 'file'),
    counted(nodes.length, 'node'),
    counted(texts.length, 'text'),
    counted(errors, 'error'),
    counted(issues.length - errors, 'warning'),
  ].join(', ')
}

/** sysexits.h */
const exitUsage = 64

async function main(args: readonly string[]): Promise<number> {
  const [command, folder = shipped, ...rest] = args
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return 0
  }
  if (command === 'draw') {
    const { drawGuide } = await import('./draw-guide.ts')
    const code = await drawGuide(args.slice(1))
    if (code === undefined) console.error(help)
    return code ?? exitUsage
  }
  if (command !== 'check' || rest.length > 0 || folder.startsWith('-')) {
    console.error(help)
    return exitUsage
  }
  let content: Content
  try {
    content = await loadContent(folder)
  } catch {
    console.error(`The folder ${folder} cannot be read.`)
    return exitUsage
  }
  const issues = check(content)
  const near = relative(process.cwd(), folder)
  const shown = near.startsWith('..') ? folder : near
  for (const issue of issues) {
    const line = issue.path === '' ? undefined : content.lineOf?.(issue.file, issue.path)
    const words = describeIssue({ ...issue, file: join(shown, issue.file) })
    console.log(line === undefined ? words : `${words} (line ${line})`)
  }
  console.log(summary(content, issues))
  return issues.some(isError) ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))

import { join, relative } from 'node:path'
import { type Content, describeIssue } from '../guide/content-set.ts'
import { loadContent } from '../guide/load.ts'
import { checkContent, isError } from './check-content.ts'
import { checkSummary } from './check-summary.ts'

const shipped = join(import.meta.dirname, '..', '..', 'intents')

const help = `Checks everything Postern says, plays every kind of person against it, and names each mistake with
file and path.

  npm run -s guide -- check            the content in intents/
  npm run -s guide -- check FOLDER     the content in another folder
  npm run -s guide -- check FOLDER --quick   the mistakes alone, and nobody is played; so are files checked that change
                                       while Postern runs
  npm run -s guide -- draw             the whole tree as one page for a browser: data/guide.html
                                       (also FOLDER, --to FILE, --language en|zh)

Exit code 0: no errors (there may be warnings). 1: errors. 64: the command or the folder is wrong. 73: the page cannot
be written.
`

/** sysexits.h */
const exitUsage = 64

async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes('--quick')
  const [command, folder = shipped, ...rest] = args.filter((arg) => arg !== '--quick')
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
  const checked = checkContent(content, quick ? 'alone' : 'with people')
  const near = relative(process.cwd(), folder)
  const shown = near.startsWith('..') ? folder : near
  for (const issue of checked.issues) {
    const line = issue.path === '' ? undefined : content.lineOf?.(issue.file, issue.path)
    const words = describeIssue({ ...issue, file: join(shown, issue.file) })
    console.log(line === undefined ? words : `${words} (line ${line})`)
  }
  if (!quick) console.log(checkSummary(content, checked))
  return checked.issues.some(isError) ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))

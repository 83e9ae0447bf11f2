import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { Content } from '../guide/content-set.ts'
import { lintContent } from '../guide/lint.ts'
import { loadContent } from '../guide/load.ts'
import { TrainingLabel } from '../intent/intent-id.ts'
import { Language } from '../language.ts'
import { defaultSettings } from './default-settings.ts'

/** sysexits.h */
const exitUsage = 64
const exitUnavailable = 69
const exitCannotCreate = 73

const root = join(import.meta.dirname, '..', '..')

const options = {
  to: { type: 'string', default: join(root, 'data', 'guide.html') },
  language: { type: 'string', default: 'en' },
} as const

interface Wanted {
  readonly folder: string
  readonly to: string
  readonly language: Language
}

/** Undefined where the command was used wrongly. */
function readArguments(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const language = Language.safeParse(values.language)
    const [folder = join(root, 'intents'), ...rest] = positionals
    if (!language.success || rest.length > 0 || values.to === '' || folder === '') return undefined
    return { folder, to: values.to, language: language.data }
  } catch {
    return undefined
  }
}

function hasErrors(content: Content): boolean {
  return [true, false]
    .flatMap((qrLogin) => lintContent(content, defaultSettings(qrLogin), TrainingLabel.options))
    .some(({ severity }) => severity === 'error')
}

/** Graphviz is a development dependency; undefined where it is not installed. */
async function loadDrawing(): Promise<((content: Content, language: Language) => string) | undefined> {
  try {
    const { loadLayOut } = await import('./drawing/lay-out.ts')
    const { guidePage } = await import('./drawing/guide-page.ts')
    const layOut = await loadLayOut()
    return (content, language) => guidePage(content, language, layOut)
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause
    return undefined
  }
}

async function write(path: string, page: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, page)
    return true
  } catch (error) {
    console.error(`${path} cannot be written: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

/** `guide draw`: the whole tree as one HTML page. The exit code; undefined where the command was used wrongly. */
export async function drawGuide(args: readonly string[]): Promise<number | undefined> {
  const wanted = readArguments(args)
  if (wanted === undefined) return undefined
  let content: Content
  try {
    content = await loadContent(wanted.folder)
  } catch {
    console.error(`The folder ${wanted.folder} cannot be read.`)
    return exitUsage
  }
  if (hasErrors(content)) {
    console.error('The content has mistakes, so it is not drawn. npm run -s guide -- check names them.')
    return 1
  }
  const draw = await loadDrawing()
  if (draw === undefined) {
    console.error('What draws is not installed here. Run npm install.')
    return exitUnavailable
  }
  if (!(await write(wanted.to, draw(content, wanted.language)))) return exitCannotCreate
  const near = relative(process.cwd(), wanted.to)
  console.log(`Wrote ${near.startsWith('..') ? wanted.to : near}. Open it in a browser.`)
  return 0
}

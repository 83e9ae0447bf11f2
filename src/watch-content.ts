import { execFile } from 'node:child_process'
import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import type { ContentFiles, LiveContent } from './live-content.ts'

const cli = join(import.meta.dirname, 'cli')
/** Editors write a file in several steps. */
const settleMs = 300
const mostLines = 10

interface Ran {
  readonly code: number
  readonly lines: readonly string[]
}

/** Runs a command of ours beside this process, which goes on answering meanwhile. */
function run(script: string, args: readonly string[], signal: AbortSignal): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(cli, script), ...args], { signal }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ code, lines: `${out}${err}`.split('\n').filter((line) => line !== '') })
    })
  })
}

/** Checks the changed files, learns what is new in them, and takes them; says in a few lines what became of it. */
async function takeChanges(content: LiveContent, files: ContentFiles, signal: AbortSignal): Promise<void> {
  const { folder, cacheFolder, say } = files
  const checked = await run('guide.ts', ['check', folder, '--quick'], signal)
  if (signal.aborted) return
  if (checked.code !== 0) {
    const more = checked.lines.length - mostLines
    say('The content was changed, but cannot be used; Postern goes on with what it had:')
    for (const line of checked.lines.slice(0, mostLines)) say(`  ${line}`)
    if (more > 0) say(`  and ${more} more: npm run -s guide -- check`)
    return
  }
  const learnt = await run('train.ts', ['--content', folder, '--cache', cacheFolder], signal)
  if (signal.aborted) return
  if (learnt.code !== 0) say('The new utterances could not be learnt beside Postern; it learns them now.')
  const before = content.version
  await content.reload()
  if (content.version !== before)
    say('The content was changed, and the new one is in use. Nobody lost their place.')
}

/** Takes changes of the content's files while Postern runs. Stops watching with the function it gives back. */
export function watchContent(content: LiveContent, files: ContentFiles): () => Promise<void> {
  const stopping = new AbortController()
  let settling: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()
  const take = (): void => {
    work = work
      .then(() => takeChanges(content, files, stopping.signal))
      .catch(() =>
        files.say('The content was changed, but could not be read; Postern goes on with what it had.'),
      )
  }
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(files.folder, () => {
      clearTimeout(settling)
      settling = setTimeout(take, settleMs)
    })
    watcher.on('error', () => files.say('Changes of the content are no longer noticed; restart to use them.'))
  } catch {
    files.say('Changes of the content are not noticed here; restart to use them.')
  }
  return async () => {
    watcher?.close()
    clearTimeout(settling)
    stopping.abort()
    await work
  }
}

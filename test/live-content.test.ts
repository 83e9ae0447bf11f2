import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LiveContent, openContent } from '../src/live-content.ts'
import { StartupProblem } from '../src/slack/startup-problem.ts'
import { root } from './repo/source-tree.ts'
import { shippedModelPath } from './support/shipped-examples.ts'
import { someSettings } from './support/small-guide.ts'

let folder: string
let content: LiveContent

async function edit(before: string, after: string): Promise<void> {
  const path = join(folder, 'greeting.yml')
  const text = await readFile(path, 'utf8')
  expect(text).toContain(before)
  await writeFile(path, text.replace(before, after))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-live-'))
  await cp(join(root, 'intents'), folder, { recursive: true })
  const files = { folder, shippedModel: shippedModelPath, cacheFolder: folder, settings: someSettings }
  content = await openContent({ ...files, say: () => undefined })
})
afterEach(() => rm(folder, { recursive: true }))

describe('openContent', () => {
  it('has the same version as long as the files say the same', async () => {
    const { version } = content
    await content.reload()
    expect(content.version).toBe(version)
  })

  it('takes a changed text, under another version', async () => {
    const { version, guide } = content
    await edit('Hello, I help people', 'Hello there, I help people')
    await content.reload()
    expect(content.version).not.toBe(version)
    expect(content.guide.version).not.toBe(guide.version)
  })

  it('keeps what it has where the files cannot be used', async () => {
    const { version, guide } = content
    await edit('flow:', 'flow: [')
    await expect(content.reload()).rejects.toBeInstanceOf(StartupProblem)
    expect({ version: content.version, guide: content.guide }).toEqual({ version, guide })
  })
})

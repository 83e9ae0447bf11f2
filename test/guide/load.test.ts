import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '../../src/guide/load.ts'

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'content-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function load(files: Record<string, string>) {
  const folder = await folderOf(files)
  try {
    return await loadContent(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const good = 'title: { en: Locked, zh: 锁定 }\nutterances: { en: [it is locked], zh: [锁了] }\n'

describe('loadContent', () => {
  it('reads every .yml file under its name and leaves the rest alone', async () => {
    const content = await load({ 'locked.yml': good, 'notes.md': 'x' })
    expect([...content.files.keys()]).toEqual(['locked'])
    expect(content.files.get('locked')?.utterances.zh).toEqual(['锁了'])
    expect(content.issues).toEqual([])
  })

  it('names file and path of what does not fit the schema, and leaves the file out', async () => {
    const content = await load({ 'a.yml': 'title: { zh: 锁定 }\nutterances: {}\nmneu: 1\n', 'b.yml': good })
    expect([...content.files.keys()]).toEqual(['b'])
    expect(content.issues).toEqual([
      expect.objectContaining({ severity: 'error', file: 'a.yml', path: 'title.en' }),
      expect.objectContaining({ severity: 'error', file: 'a.yml', message: expect.stringContaining('mneu') }),
    ])
    expect([...(content.documents?.keys() ?? [])]).toEqual(['a', 'b'])
  })

  it('says which kinds of node there are where one is of another', async () => {
    const flow = 'flow: { start: a, nodes: { a: { kind: nonsense, title: { en: A } } } }\n'
    const { issues } = await load({ 'a.yml': good + flow })
    expect(issues).toMatchObject([
      { path: 'flow.nodes.a.kind', message: 'is none of ask, steps, wait, escalate, answer, done' },
    ])
  })

  it('names the line of bad YAML', async () => {
    const { issues } = await load({ 'a.yml': 'title: { en: x\nutterances: [\n' })
    expect(issues[0]).toMatchObject({
      severity: 'error',
      file: 'a.yml',
      path: expect.stringMatching(/^line \d+$/),
    })
    expect(issues[0]?.message).toMatch(/^bad YAML: /)
  })

  it('knows the line of a path, and of what is nearest above it', async () => {
    const { lineOf } = await load({
      'a.yml': '# a note\ntitle:\n  en: x\nutterances:\n  en:\n    - one\n    - two\n',
    })
    expect(lineOf?.('a.yml', 'title.en')).toBe(3)
    expect(lineOf?.('a.yml', 'title.zh')).toBe(2)
    expect(lineOf?.('a.yml', 'utterances.en.1')).toBe(7)
    expect(lineOf?.('a.yml', '')).toBe(1)
    expect(lineOf?.('b.yml', 'title')).toBeUndefined()
  })

  it('refuses aliases, which can blow a small file up', async () => {
    const { issues, files } = await load({ 'a.yml': 'title: &t { en: x }\nutterances: *t\n' })
    expect(files.size).toBe(0)
    expect(issues).toHaveLength(1)
  })

  it('survives an empty file', async () => {
    const { issues } = await load({ 'a.yml': '' })
    expect(issues).toHaveLength(1)
  })

  it('rejects when the folder cannot be read', async () => {
    await expect(loadContent(join(tmpdir(), 'no-such-folder'))).rejects.toThrow('ENOENT')
  })
})

import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { escapeHtml } from '../../src/cli/escape-html.ts'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Content } from '../../src/guide/content-set.ts'
import { contentTexts } from '../../src/guide/content-texts.ts'
import { loadContent } from '../../src/guide/load.ts'
import { exits } from '../../src/guide/place.ts'
import { root } from '../repo/source-tree.ts'
import { someSettings } from '../support/small-guide.ts'
import { runCommand } from './run-command.ts'

const shipped = join(root, 'intents')
const hostile = `<script>alert("x")</script><img src=x onerror='alert(1)'>&lt;`

/** The text of one node's article. */
function articleOf(page: string, anchor: string): string {
  const from = page.indexOf(`<article id="${anchor}"`)
  return from === -1 ? '' : page.slice(from, page.indexOf('</article>', from))
}

describe('guide draw', () => {
  let folder: string
  let to: string
  let content: Content

  beforeAll(async () => {
    content = await loadContent(shipped)
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawing-'))
    to = join(folder, 'below', 'guide.html')
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  const draw = (...args: string[]) => runCommand('guide.ts', ['draw', ...args])

  /** The shipped content in another folder, with the first `before` of one file replaced. */
  async function copyWith(file: string, before: string | RegExp, after: string): Promise<string> {
    const copy = join(folder, 'intents')
    await cp(shipped, copy, { recursive: true })
    const text = await readFile(join(copy, file), 'utf8')
    expect(text).toMatch(before)
    await writeFile(
      join(copy, file),
      text.replace(before, () => after),
    )
    return copy
  }

  it('writes every node with every exit, and says where', async () => {
    expect(await draw('--to', to)).toEqual({ code: 0, out: `Wrote ${to}. Open it in a browser.\n`, err: '' })
    const page = await readFile(to, 'utf8')
    const { flows } = compileGuide(content, someSettings)
    const missing = [...flows.values()].flatMap((flow) =>
      [...flow.nodes].flatMap(([name, node]) => {
        const article = articleOf(page, `${flow.id}/${name}`)
        const ways = article.slice(article.indexOf('class="exits"'), article.lastIndexOf('<p class="facts">'))
        const lost = exits(node).filter((to) => !ways.includes(`href="#${to.flow}/${to.node}"`))
        return article === '' ? [name] : lost.map((to) => `${name} -> ${to.node}`)
      }),
    )
    expect(missing).toEqual([])
    expect(articleOf(page, 'forgot_password/have')).toContain('only with QR log-in')
    expect(articleOf(page, 'forgot_password/sms')).toContain('<code>way: reset_by_text</code>')
    expect(articleOf(page, 'account_locked/stop_tries')).toContain('<code>says: programs_closed</code>')
    expect(articleOf(page, 'qr_login/off')).toContain('Start without QR log-in')
  })

  it('draws and explains in Chinese when asked to, and holds every text in both languages', async () => {
    await draw('--to', to, '--language', 'zh')
    const page = await readFile(to, 'utf8')
    expect(page).toContain('<html lang="zh-Hans">')
    expect(page).toContain('<title>示意图：账号被锁定</title>')
    const texts = [...content.files.values()]
      .filter((file) => file.flow !== undefined)
      .flatMap((file) => [
        ...contentTexts(file).flatMap(({ words }) => Object.values(words)),
        ...Object.values(file.flow?.nodes ?? {}).flatMap(({ on_screen: said }) => [
          ...(said?.en ?? []),
          ...(said?.zh ?? []),
        ]),
      ])
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => !page.includes(`>${escapeHtml(text)}</`))).toEqual([])
  })

  it('escapes what the content holds, and forbids the page to run or load anything', async () => {
    const copy = await copyWith('account_locked.yml', 'en: They are closed', `en: ${JSON.stringify(hostile)}`)
    expect((await draw(copy, '--to', to)).code).toBe(0)
    const page = await readFile(to, 'utf8')
    expect(page).not.toMatch(/<script|<img/)
    expect(articleOf(page, 'account_locked/stop_tries')).toContain(`>${escapeHtml(hostile)}</span>`)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
    expect(page.match(/(?:src|href)="(?!#)[^"]*"/g)).toEqual(['href="data:,"'])
  })

  it('sends content with mistakes to the guide check and draws nothing', async () => {
    const copy = await copyWith('account_locked.yml', 'to: wait', 'to: nowhere')
    const { code, out, err } = await draw(copy, '--to', to)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('npm run -s guide -- check')
    await expect(stat(to)).rejects.toThrow('ENOENT')
  })

  it('says when it was called wrongly', async () => {
    expect(await draw('--language', 'fr')).toMatchObject({
      code: 64,
      err: expect.stringContaining('-- draw'),
    })
    expect(await draw('a', 'b')).toMatchObject({ code: 64 })
    expect(await draw('--paint')).toMatchObject({ code: 64 })
  })

  it('says what it cannot read or write', async () => {
    expect(await draw('no/such/folder')).toMatchObject({
      code: 64,
      err: 'The folder no/such/folder cannot be read.\n',
    })
    await writeFile(join(folder, 'file'), '')
    const under = join(folder, 'file', 'guide.html')
    expect(await draw('--to', under)).toMatchObject({
      code: 73,
      err: expect.stringContaining(`${under} cannot be written`),
    })
  })
})

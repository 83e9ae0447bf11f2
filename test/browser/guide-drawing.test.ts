import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { guidePage } from '../../src/cli/drawing/guide-page.ts'
import { type LayOut, loadLayOut } from '../../src/cli/drawing/lay-out.ts'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Content } from '../../src/guide/content-set.ts'
import type { GuideNode } from '../../src/guide/guide.ts'
import { loadContent } from '../../src/guide/load.ts'
import { exits } from '../../src/guide/place.ts'
import { root } from '../repo/source-tree.ts'
import { openBrowser } from '../support/browser.ts'
import { contentOf, smallDocuments, someSettings } from '../support/small-guide.ts'

const hostile = `</title></style><script>alert(1)</script><img src="https://evil.example/x" onerror="alert(2)">`

/** The small content with every text of people's made hostile. */
function hostileContent(): Content {
  const spoilt = JSON.stringify(smallDocuments, (key, value) =>
    key === 'en' && typeof value === 'string' ? `${hostile} ${value}` : value,
  )
  return contentOf(JSON.parse(spoilt))
}

function nodesOf(content: Content): [anchor: string, node: GuideNode][] {
  return [...compileGuide(content, someSettings).flows.values()].flatMap((flow) =>
    [...flow.nodes].map(([name, node]): [string, GuideNode] => [`${flow.id}/${name}`, node]),
  )
}

/** Texts of drawn boxes that stick out of their box. */
function stickingOut(): string[] {
  return [...document.querySelectorAll('svg :is(a, .start)')].flatMap((box) => {
    const right = box.querySelector('.body')?.getBoundingClientRect().right ?? 0
    return [...box.querySelectorAll('text')]
      .filter((text) => text.getBoundingClientRect().right > right)
      .map((text) => text.textContent ?? '')
  })
}

describe('the drawing of the guide', () => {
  let browser: Browser
  let folder: string
  let layOut: LayOut
  let shipped: Content

  beforeAll(async () => {
    browser = await openBrowser()
    folder = await mkdtemp(join(tmpdir(), 'guide-drawing-'))
    layOut = await loadLayOut()
    shipped = await loadContent(join(root, 'intents'))
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  async function withDrawing(
    content: Content,
    width: number,
    check: (page: Page, complaints: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const path = join(folder, 'guide.html')
    await writeFile(path, guidePage(content, 'en', layOut))
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href && !request.url().startsWith('data:'))
        complaints.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    await check(page, complaints)
    await page.close()
  }

  it.each([375, 1280])(
    'shows every node and where it leads, without a complaint or a request, at %i px',
    async (width) => {
      await withDrawing(shipped, width, async (page, complaints) => {
        const expected = nodesOf(shipped)
        const shown = await page.evaluate(
          (anchors) =>
            anchors.map((anchor) => {
              const article = document.getElementById(anchor)
              const ways = article?.querySelectorAll<HTMLAnchorElement>('.exits a') ?? []
              const drawn = [...document.querySelectorAll('svg a.card')].filter(
                (card) => decodeURIComponent(card.getAttribute('href') ?? '') === `#${anchor}`,
              )
              return {
                anchor,
                visible: article?.checkVisibility() === true && article.getBoundingClientRect().height > 0,
                drawn: drawn.filter((card) => card.getBoundingClientRect().width > 100).length,
                ways: [...ways].map((way) => decodeURIComponent(way.hash.slice(1))).sort(),
              }
            }),
          expected.map(([anchor]) => anchor),
        )
        expect(shown).toEqual(
          expected.map(([anchor, node]) => ({
            anchor,
            visible: true,
            drawn: 1,
            ways: exits(node)
              .map((to) => `${to.flow}/${to.node}`)
              .sort(),
          })),
        )
        expect(complaints).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      })
    },
  )

  it('leads by each of its links to a place of the page', async () => {
    await withDrawing(shipped, 1280, async (page) => {
      const dangling = await page.evaluate(() =>
        [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
      )
      expect(dangling).toEqual([])
      await page.getByRole('link', { name: 'wait: Now wait one hour from the last try' }).click()
      expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('account_locked/wait')
      const box = await page.locator('[id="account_locked/wait"]').boundingBox()
      expect(Math.abs(box?.y ?? 999)).toBeLessThan(100)
    })
  })

  it('draws each situation with a name, its words inside their boxes, and scrolls it by keyboard on a phone', async () => {
    await withDrawing(shipped, 375, async (page) => {
      expect(await page.evaluate(stickingOut)).toEqual([])
      const flows = new Set(nodesOf(shipped).map(([anchor]) => anchor.split('/')[0]))
      expect(await page.getByRole('group', { name: /^Drawing: / }).count()).toBe(flows.size)
      const region = page.getByRole('region', { name: 'Drawing: My account is locked.' })
      await region.focus()
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0)
    })
  })

  it('shows hostile texts as text', async () => {
    await withDrawing(hostileContent(), 375, async (page, complaints) => {
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => document.querySelectorAll('script, img').length)).toBe(0)
      expect(await page.getByRole('heading', { name: `${hostile} You are in` }).count()).toBe(1)
      expect(await page.evaluate(stickingOut)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    })
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { htmlReport } from '../../src/cli/evaluation/html-report.ts'
import { evaluate } from '../../src/intent/evaluation/evaluation.ts'
import { IntentId } from '../../src/intent/intent-id.ts'
import { sampleOutcome } from '../intent/evaluation/sample-outcome.ts'
import { openBrowser } from '../support/browser.ts'

const hostile = '<script>alert("x")</script>'
const intents = [...IntentId.options, hostile]
const outcomes = intents.flatMap((intent, at) => {
  const other = intents[(at + 1) % intents.length] ?? ''
  return [
    ...Array.from({ length: 40 }, () => sampleOutcome(intent, [intent, other])),
    ...Array.from({ length: at % 4 }, () =>
      sampleOutcome(intent, [other, intent], undefined, { language: 'zh' }),
    ),
  ]
})

describe('htmlReport', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    browser = await openBrowser()
    folder = await mkdtemp(join(tmpdir(), 'postern-report-'))
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  async function withReport(
    width: number,
    check: (page: Awaited<ReturnType<Browser['newPage']>>, complaints: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const path = join(folder, `${width}.html`)
    await writeFile(
      path,
      htmlReport({ title: `Report on ${hostile}`, notes: ['A note.'], evaluation: evaluate(outcomes) }),
    )
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

  it.each([375, 1280])('opens without a complaint or a request, nothing cut off, at %i px', async (width) => {
    await withReport(width, async (page, complaints) => {
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await page.title()).toBe(`Report on ${hostile}`)
    })
  })

  it('draws the matrix and the curve for eyes and for screen readers, legible on a phone', async () => {
    await withReport(375, async (page) => {
      for (const name of ['Confusion matrix', 'Reliability curve']) {
        const picture = page.getByRole('img', { name })
        const box = await picture.boundingBox()
        expect(box?.width).toBeGreaterThan(330)
        const words = await picture.evaluate((svg) => {
          const desc = document.getElementById(svg.getAttribute('aria-labelledby')?.split(' ')[1] ?? '')
          const heights = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect().height)
          return { desc: desc?.textContent ?? '', smallest: Math.min(...heights) }
        })
        expect(words.desc.length).toBeGreaterThan(40)
        expect(words.smallest).toBeGreaterThanOrEqual(8)
      }
    })
  })

  it('says in tables what the pictures show', async () => {
    await withReport(375, async (page) => {
      await page.getByRole('row', { name: 'sms_code_not_received two_factor_failure' })
      expect(await page.getByRole('row', { name: /^qr_login \d+ \d/ }).count()).toBe(1)
      expect(await page.getByRole('row', { name: `account_compromised greeting 1` }).count()).toBe(1)
      expect(await page.getByRole('columnheader', { name: /^all / }).count()).toBe(2)
    })
  })
})

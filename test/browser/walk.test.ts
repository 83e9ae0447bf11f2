import type { Browser } from 'playwright-core'
import type { Running } from '../../src/compose.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { openBrowser } from '../support/browser.ts'
import { startPostern } from '../support/start-postern.ts'
import { walkInBrowser } from './walk.ts'

describe('walkInBrowser', () => {
  let browser: Browser
  let workspace: Workspace
  let postern: Running

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, page: true })
    postern = await startPostern(workspace, 'socket', root)
  })
  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  it.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a phone', { width: 375, height: 740 }],
  ])(
    'takes a person from forgetting their password to a postmaster and back in, on the screen of %s',
    async (_, viewport) => {
      const seen: string[] = []
      await walkInBrowser({
        address: workspace.address,
        browser,
        viewport,
        onStep: async (name, page) => {
          seen.push(name)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
          expect({ name, wide }).toEqual({ name, wide: false })
        },
      })
      expect(seen).toHaveLength(6)
    },
    60_000,
  )
})

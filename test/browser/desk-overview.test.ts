import type { Browser, Page } from 'playwright-core'
import type { Running } from '../../src/compose.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { openBrowser } from '../support/browser.ts'
import { startPostern } from '../support/start-postern.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'

describe('the desk as a whole in the browser', () => {
  let browser: Browser
  let workspace: Workspace
  let postern: Running

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, page: true, postRate: false })
    postern = await startPostern(workspace, 'socket', root)
    const employee = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ lockedSince: 'today' })
    await employee.waitForText('ticket 1001')
  })
  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  /** Postern's page as a postmaster has it. */
  async function open(postmaster: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const dm = await new WorkspacePerson(workspace.address, postmaster).dm()
    await page.goto(`${workspace.address}/#as=${postmaster}&in=${dm}&tab=home`)
    return page
  }

  it.each([1280, 375])(
    'shows the queue and the table of figures at %i px, to be read aloud as well',
    async (width) => {
      const page = await open(workspace.postmasters[1] ?? '', width)
      await page.getByText('Nobody has them yet').waitFor()
      await page.getByRole('listitem').filter({ hasText: 'Ticket 1001' }).waitFor()
      await page.getByRole('button', { name: 'Messages', exact: true }).click()
      await page.getByRole('textbox').fill('/mail-recover stats')
      await page.keyboard.press('Enter')
      await page.getByRole('table').waitFor()
      expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['What', 'Result', 'N'])
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Got back in by themselves' }) })
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['too few to say', '1'])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.getByRole('region', { name: 'Table' }).focus()
      await page.close()
    },
    60_000,
  )

  it('says the same in Chinese', async () => {
    const page = await open(workspace.postmasters[0] ?? '', 375)
    await page.getByText('无人认领').waitFor()
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await page.getByRole('textbox').fill('/mail-recover stats 30d')
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: '结果' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    await page.close()
  }, 60_000)
})

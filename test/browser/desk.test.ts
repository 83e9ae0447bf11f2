import type { Browser, Page } from 'playwright-core'
import type { Running } from '../../src/compose.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { openBrowser } from '../support/browser.ts'
import { startPostern } from '../support/start-postern.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'
import { deskWords, openAs, walkWithTwo } from './two-postmasters-walk.ts'

describe('a ticket in the browser', () => {
  let browser: Browser
  let workspace: Workspace
  let postern: Running
  let employee: WorkspacePerson

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, page: true, postRate: false })
    postern = await startPostern(workspace, 'socket', root)
    employee = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
  })
  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  it('is stopped by the owner of the mailbox, who says that this was not them', async () => {
    const window = { browser, address: workspace.address, viewport: { width: 1280, height: 900 } }
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ mailbox: 'lin.wei@example.com', lockedSince: 'today' })
    const tom = await openDesk()
    await tom.getByText('not the Slack address').first().waitFor()
    const lin = await openAs(window, /Lin Wei/)
    await lin.getByRole('button', { name: '不是我本人操作' }).click()
    await lin.getByRole('alertdialog').or(lin.getByRole('dialog')).getByRole('button').last().click()
    await lin.getByText('已中止').first().waitFor()
    await tom.getByText('“This wasn’t me.”').first().waitFor()
    await tom.getByRole('button', { name: /^Lift the stop/ }).waitFor()
    await tom.getByText('Ticket 1001 needs a look now').first().waitFor()
    expect(await tom.getByRole('button', { name: /^Resolve/ }).count()).toBe(0)
    await tom.close()
    await lin.close()
  }, 60_000)

  /** Tom Hall's view of the postmasters' channel. */
  async function openDesk(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(workspace.address)
    await page.getByRole('button', { name: /Tom Hall/ }).click()
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^postmaster/ })
      .click()
    return page
  }

  it('is claimed, handed on through the menu, and shows a mailbox that is somebody else’s', async () => {
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ mailbox: 'ceo@example.com', lockedSince: 'today', note: 'Be quick' })
    const desk = await openDesk()
    await desk.getByText('the mailbox asked for is ceo@example.com').first().waitFor()
    await desk.getByRole('button', { name: 'Claim' }).click()
    await desk.getByRole('button', { name: 'More actions' }).click()
    await desk.getByRole('button', { name: 'Hand to a colleague' }).click()
    const form = desk.getByRole('dialog')
    await form.getByLabel('To which postmaster').selectOption({ label: 'Anna Weber' })
    await form.getByRole('button', { name: 'Hand over' }).click()
    await form.getByText('They cannot take this ticket').waitFor()
    await form.getByLabel('To which postmaster').selectOption({ label: '陈洁 Chen Jie' })
    await form.getByRole('button', { name: 'Hand over' }).click()
    await desk.getByText('handed it to').first().waitFor()
    await desk.close()
  }, 60_000)
})

describe('a mailbox that takes two postmasters, in the browser', () => {
  it('is approved by two at their own pages, and resolved', async () => {
    const workspace = await startWorkspace({ port: 0, page: true, postRate: false })
    const postern = await startPostern(workspace, 'socket', root, 'sqlite::memory:', {
      settings: { PRIVILEGED_MAILBOXES: 'anna.weber@*' },
    })
    const browser = await openBrowser()
    try {
      const steps: string[] = []
      await walkWithTwo({
        address: workspace.address,
        browser,
        viewport: { width: 1280, height: 900 },
        employee: workspace.employees[0] ?? '',
        words: deskWords.en,
        onStep: async (name) => {
          steps.push(name)
        },
      })
      expect(steps).toHaveLength(6)
    } finally {
      await browser.close()
      await postern.stop()
      await workspace.stop()
    }
  }, 120_000)
})

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { openBrowser } from '../support/browser.ts'
import { PageBot, ticket } from './page-bot.ts'

describe('the page of the local Slack', () => {
  let browser: Browser
  let workspace: Workspace
  let bot: PageBot
  let context: BrowserContext
  let page: Page
  const [anna = '', lin = ''] = ['U0ANNA0001', 'U0LINWEI01']

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })
  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, page: true, postRate: false })
    bot = new PageBot()
    await bot.start(workspace)
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
  })
  afterEach(async () => {
    await context.close()
    await workspace.stop()
    await bot.stop()
  })

  const open = (person = anna): Promise<unknown> => page.goto(`${workspace.address}/#as=${person}`)
  const button = (name: string, exact = true): Locator => page.getByRole('button', { name, exact })
  const box = (): Locator => page.getByLabel(/^Message /)
  const form = (): Locator => page.getByRole('dialog', { name: 'Talk to a postmaster' })
  const focused = (): Locator => page.locator('*:focus')

  async function openCard(): Promise<void> {
    await open()
    await button('I forgot my password').click()
    await button('They are closed').waitFor()
  }

  it('shows a first-time visitor who they are, what to type and how to be somebody else', async () => {
    await page.goto(workspace.address)
    await page.getByRole('heading', { name: /Locked out of your mailbox/ }).waitFor()
    await button('忘记密码了').waitFor()
    await page.getByText('you can become somebody else at any time').waitFor()
    expect(await page.getByRole('button', { pressed: true }).textContent()).toContain('Anna Weber')
    expect(await page.title()).toContain('Anna Weber')
  })

  it('loads without an error, a refused request or a request to elsewhere', async () => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(workspace.address) && !request.url().startsWith('data:'))
        complaints.push(request.url())
    })
    await openCard()
    await page.evaluate(() => document.fonts.ready)
    expect(complaints).toEqual([])
  })

  it('sends what is typed on Enter, and starts a new line on Shift+Enter', async () => {
    await open()
    await box().fill('first line')
    await box().press('Shift+Enter')
    await box().pressSequentially('second <b> & line')
    await box().press('Enter')
    await page.getByText('first line second <b> & line').waitFor()
    expect(await box().inputValue()).toBe('')
    await button('They are closed').waitFor()
  })

  it('shows what was typed as it was typed, never as a link or mention', async () => {
    await open()
    await box().fill('<https://evil.example|your bank> <!channel> # *not bold* > ok')
    await box().press('Enter')
    await button('They are closed').waitFor()
    const typed = page.getByRole('listitem').filter({ hasText: 'your bank' })
    expect(await typed.textContent()).toContain(
      '<https://evil.example|your bank> <!channel> # *not bold* > ok',
    )
    expect(await page.getByRole('link', { name: 'your bank' }).count()).toBe(0)
  })

  it('completes a slash command and shows the answer to its reader alone', async () => {
    await open()
    await box().fill('/ma')
    await page.getByRole('option', { name: /mail-recover.*help/ }).waitFor()
    await box().press('Tab')
    expect(await box().inputValue()).toBe('/mail-recover ')
    await box().press('Enter')
    const answer = page.getByRole('listitem').filter({ hasText: 'Try help, status or cancel.' })
    expect(await answer.textContent()).toContain('Only visible to you')
  })

  it('presses a button, and the card changes in place with the focus kept on it', async () => {
    await openCard()
    await button('They are closed').click()
    await button('Remind me at 15:40').waitFor()
    expect(bot.heard).toEqual(['closed'])
    expect(await focused().textContent()).toContain('It should open at about 15:40.')
    await page.getByText('(edited)').waitFor()
  })

  it('asks first where a button says so', async () => {
    await openCard()
    const question = page.getByRole('dialog', { name: 'Start over?' })
    await button('Start over').click()
    await question.getByRole('button', { name: 'Stay here' }).click()
    await question.waitFor({ state: 'detached' })
    await button('Start over').click()
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(bot.heard).toEqual([])
    await button('Start over').click()
    await question.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('(edited)').waitFor()
    expect(bot.heard).toEqual(['over'])
  })

  it('shows what is wrong at each field of a form, keeps what was entered, and sends it once it is right', async () => {
    await openCard()
    await button('Talk to a postmaster').click()
    const mailbox = form().getByLabel('Which mailbox?')
    await mailbox.fill('not-a-mailbox')
    await form().getByRole('button', { name: 'Send' }).click()
    await form().getByText('Please complete this required field.').first().waitFor()
    const since = form().getByLabel('Locked out since')
    expect(await since.getAttribute('aria-invalid')).toBe('true')
    expect(await focused().getAttribute('id')).toBe(await since.getAttribute('id'))

    await since.selectOption('Today')
    await form().getByLabel('By phone').check()
    await form().getByRole('button', { name: 'Send' }).click()
    await form().getByText('Please write the whole address').waitFor()
    expect(await mailbox.getAttribute('aria-describedby')).toMatch(/-error$/)
    expect(await mailbox.inputValue()).toBe('not-a-mailbox')
    expect(await since.inputValue()).toBe('today')

    await mailbox.fill('anna.weber@example.com')
    await form().getByRole('button', { name: 'Send' }).click()
    await form().waitFor({ state: 'detached' })
    expect(bot.heard).toEqual(['hand_over', 'submitted', 'submitted'])
  })

  it('closes a form with Esc and gives the focus back', async () => {
    await openCard()
    await button('Talk to a postmaster').click()
    await form().waitFor()
    await page.keyboard.press('Escape')
    await form().waitFor({ state: 'detached' })
    expect(await focused().textContent()).toBe('Talk to a postmaster')
  })

  it('deletes a message of one’s own', async () => {
    await openCard()
    const mine = page.getByRole('listitem').filter({ hasText: 'I forgot my password' })
    await mine.hover()
    await mine.getByRole('button', { name: /More actions/ }).click()
    await button('Delete message').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await mine.waitFor({ state: 'detached' })
  })

  it('fills the Home tab when it is opened', async () => {
    await open()
    await button('Home').click()
    await button('Get me back in').click()
    await page.getByText('How to know the real bot').waitFor()
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    expect(bot.heard).toEqual(['start'])
  })

  it('shows two people in two tabs what each may see', async () => {
    await bot.post(workspace.postmasterChannel, 'Ticket 1042', ticket(anna))
    await open()
    await button('I forgot my password').click()
    await button("I can't reach one of them").click()
    await page.getByText('Then switch that device off for an hour.').first().waitFor()
    expect(await button('postmaster').count()).toBe(0)

    const other = await context.newPage()
    await other.goto(workspace.address)
    await other.getByRole('button', { name: /Chen Jie/ }).click()
    await other.getByRole('heading', { name: '#postmaster' }).waitFor()
    await other.getByText('@Anna Weber').waitFor()
    await other.getByRole('button', { name: 'More actions' }).click()
    await other.getByRole('button', { name: 'Release' }).click()
    await other.getByRole('button', { name: 'Postern', exact: true }).click()
    await other.getByRole('heading', { name: /Locked out/ }).waitFor()
    expect(await other.getByText('Then switch that device off').count()).toBe(0)
    expect(bot.heard).toEqual(['cannot', 'more release'])
    await other.reload()
    await other.getByRole('button', { name: /Chen Jie/, pressed: true }).waitFor()
  })

  it('marks a conversation with something new and tells a screen reader of what is said in the open one', async () => {
    await open()
    await page.getByRole('heading', { name: /Locked out/ }).waitFor()
    await bot.post(workspace.generalChannel, 'Maintenance tonight', undefined)
    await button('general, new messages', false).click()
    await page.getByRole('heading', { name: '#general' }).waitFor()
    await bot.post(workspace.generalChannel, 'All done', undefined)
    await page
      .locator('[aria-live="polite"]')
      .filter({ hasText: 'Postern: All done' })
      .waitFor({ state: 'attached' })
    expect(await page.locator('.dot').count()).toBe(0)
  })

  it('says when the bot is not connected, and what becomes of a click then', async () => {
    await openCard()
    workspace.setRequestUrl(undefined)
    await page.getByText('Postern is not connected yet.').waitFor()
    await button('They are closed').click()
    await page.getByRole('alert').filter({ hasText: 'nothing was done' }).waitFor()
    await button('Dismiss').click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('can be walked with the keyboard alone', async () => {
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab')
        if ((await focused().textContent())?.trim() === name) return
      }
      throw new Error(`Tab does not reach ${name}`)
    }
    await open()
    await button('I forgot my password').waitFor()
    await page.keyboard.press('Tab')
    expect(await focused().textContent()).toBe('Skip to the message box')
    expect(await focused().evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    await page.keyboard.type('My account is locked')
    await page.keyboard.press('Enter')
    await button('They are closed').waitFor()
    await page.keyboard.press('Shift+Tab')
    for (let presses = 0; (await focused().textContent()) !== 'They are closed' && presses < 10; presses += 1)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await button('Remind me at 15:40').waitFor()
    await tabTo('Talk to a postmaster')
    await page.keyboard.press('Space')
    await form().waitFor()
    expect(await focused().inputValue()).toBe('anna.weber@example.com')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused().textContent()).toBe('Send')
    await page.keyboard.press('Enter')
    await form().waitFor({ state: 'detached' })
    expect(bot.heard).toEqual(['closed', 'hand_over', 'submitted'])
  })

  it('fits a phone: nothing to scroll sideways, and a drawer that opens, closes and switches people', async () => {
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.setViewportSize({ width: 375, height: 740 })
    await openCard()
    expect(await overflow()).toBe(0)
    await button('Talk to a postmaster').click()
    await form().waitFor()
    expect(await overflow()).toBe(0)
    await page.keyboard.press('Escape')
    await form().waitFor({ state: 'detached' })

    const toggle = button('Anna Weber: change person', false)
    expect(await button('general').count()).toBe(0)
    await toggle.click()
    expect(await toggle.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    await button('general').waitFor({ state: 'detached' })
    await toggle.click()
    await button('林伟 Lin Wei', false).click()
    await button('忘记密码了').click()
    await button('已全部关闭').waitFor()
    expect(new URL(page.url()).hash).toContain(lin)
    expect(await overflow()).toBe(0)
  })
})

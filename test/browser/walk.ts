import type { Browser, Page } from 'playwright-core'

/** Something to look at on the way. */
type OnStep = (name: string, page: Page) => Promise<void>

interface BrowserWalk {
  readonly address: string
  readonly browser: Browser
  readonly viewport: { readonly width: number; readonly height: number }
  readonly onStep: OnStep
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message Postern').fill(text)
  await page.keyboard.press('Enter')
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).last().click()
}

/** A tab of its own in which this person acts. */
async function openAs(walk: Omit<BrowserWalk, 'onStep'>, name: RegExp): Promise<Page> {
  const page = await walk.browser.newPage({ viewport: walk.viewport })
  await page.goto(walk.address)
  await page.getByLabel('Message Postern').waitFor()
  const menu = page.getByRole('button', { name: /change person or conversation/ })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('button', { name }).and(page.locator('[aria-pressed]')).click()
  return page
}

async function openChannel(page: Page, name: RegExp): Promise<void> {
  const menu = page.getByRole('button', { name: /change person or conversation/ })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation').getByRole('button', { name }).click()
}

/** The main job from end to end in a browser: forgotten, dead end, form, claim, reply, resolve, worked. */
export async function walkInBrowser(walk: BrowserWalk): Promise<void> {
  const { onStep } = walk
  const employee = await openAs(walk, /Anna Weber/)
  const postmaster = await openAs(walk, /Tom Hall/)
  await openChannel(postmaster, /^postmaster/)

  await say(employee, 'I forgot my password')
  await employee.getByRole('button', { name: 'None of these' }).waitFor()
  await onStep('1-first-card', employee)

  await press(employee, 'None of these')
  // The same words stand on the card before, which no longer acts.
  await employee.getByRole('button', { name: 'None of these' }).waitFor({ state: 'detached' })
  await press(employee, 'Talk to a postmaster')
  const form = employee.getByRole('dialog')
  await form.getByLabel('What does the screen say').fill('Incorrect username or password')
  await form
    .getByLabel('Anything else')
    .fill('My phone was stolen yesterday, and I have a customer call at three.')
  await form.getByLabel('When did it start').selectOption({ index: 2 })
  await onStep('2-hand-over', employee)
  await form.getByRole('button', { name: 'Send' }).click()
  await employee
    .getByText(/Ticket 1001|ticket 1001/)
    .first()
    .waitFor()

  await postmaster.getByText('My phone was stolen').first().waitFor()
  await onStep('3-ticket', postmaster)
  await press(postmaster, 'Claim')
  await postmaster.getByRole('button', { name: 'Resolve' }).waitFor()
  await press(postmaster, /^Reply/)
  await postmaster
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('I will call you on the number on file in five minutes.')
  await postmaster.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await employee.getByText('I will call you on the number on file').first().waitFor()
  await press(postmaster, 'Resolve')
  const resolve = postmaster.getByRole('dialog')
  await resolve.getByRole('combobox').selectOption({ index: 2 })
  await resolve.getByRole('radio').first().check()
  await onStep('4-resolve', postmaster)
  await resolve.getByRole('button', { name: /Resolve|Send/ }).click()

  const worked = employee.getByRole('button', { name: /^Yes/ })
  await worked.waitFor()
  await onStep('5-did-it-work', employee)
  await worked.click()
  await worked.waitFor({ state: 'detached' })
  await onStep('6-back-in', employee)
}

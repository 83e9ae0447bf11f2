import type { Browser, Page } from 'playwright-core'
import { WorkspacePerson } from '../support/workspace-person.ts'

/** Anna asks for a privileged mailbox; Chen Jie and Tom Hall are postmasters. */
interface DeskWalk {
  readonly address: string
  readonly browser: Browser
  readonly viewport: { readonly width: number; readonly height: number }
  readonly employee: string
  /** The labels of the buttons, in the postmasters' language. */
  readonly words: DeskWords
  readonly onStep: (name: string, page: Page) => Promise<void>
}

interface DeskWords {
  readonly claim: string
  readonly approve: string
  readonly resolve: string
  readonly resolvedBy: string
}

export const deskWords = {
  en: { claim: 'Claim', approve: 'Approve', resolve: 'Resolve', resolvedBy: 'Resolved by' },
  zh: { claim: '认领', approve: '批准', resolve: '解决', resolvedBy: '解决人' },
} as const satisfies Record<string, DeskWords>

type Window = Pick<DeskWalk, 'browser' | 'address' | 'viewport'>

/** The page as one person sees it: their messages with Postern. */
export async function openAs({ browser, address, viewport }: Window, who: RegExp): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await page.goto(address)
  await page.getByLabel('Message Postern').waitFor()
  const menu = page.getByRole('button', { name: /change person or conversation/ })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('button', { name: who }).and(page.locator('[aria-pressed]')).click()
  return page
}

/** The page of a postmaster, with their channel open. */
async function openDesk(window: Window, who: RegExp): Promise<Page> {
  const page = await openAs(window, who)
  const menu = page.getByRole('button', { name: /change person or conversation/ })
  if (await menu.isVisible()) await menu.click()
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^postmaster/ })
    .click()
  return page
}

async function press(page: Page, label: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .last()
    .click()
}

/** Sends the form on top, which is in its person's language, with the first choice of each kind. */
async function send(page: Page): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByRole('radio').first().check()
  const outcome = form.getByRole('combobox')
  if ((await outcome.count()) > 0) await outcome.selectOption({ index: 1 })
  await form.getByRole('button').last().click()
  await form.waitFor({ state: 'detached' })
}

async function ask({ address, employee }: DeskWalk, mailbox: string): Promise<void> {
  const anna = new WorkspacePerson(address, employee)
  await anna.say('I forgot my password')
  await anna.goOn('None of these')
  await anna.press('card:asked_for_postmaster')
  await anna.submit({ mailbox, lockedSince: 'today', note: 'My phone was stolen.' })
}

/** A mismatch in red; then a mailbox that takes two: claimed, approved by one, by the other, resolved. */
export async function walkWithTwo(walk: DeskWalk): Promise<void> {
  const { onStep, words } = walk
  const tom = await openDesk(walk, /Tom Hall/)
  const chen = await openDesk(walk, /Chen Jie/)
  await ask(walk, 'ceo@example.com')
  await tom.getByText('ceo@example.com').first().waitFor()
  await onStep('1-mismatch', tom)

  await ask(walk, 'anna.weber@example.com')
  await chen.getByText('1002').first().waitFor()
  await press(chen, words.claim)
  await chen.getByRole('button', { name: new RegExp(`^${words.approve}`) }).waitFor()
  await onStep('2-takes-two', chen)
  await press(chen, words.approve)
  await onStep('3-approve', chen)
  await send(chen)
  await tom.getByText('🟢').last().waitFor()
  await onStep('4-one-approved', tom)
  await press(tom, words.approve)
  await send(tom)
  await chen
    .getByRole('button', { name: new RegExp(`^${words.resolve}`) })
    .last()
    .waitFor()
  await onStep('5-two-approved', chen)
  await press(chen, words.resolve)
  await send(chen)
  await chen.getByText(words.resolvedBy).last().waitFor()
  await onStep('6-resolved', chen)
  await tom.close()
  await chen.close()
}

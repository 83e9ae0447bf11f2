import type { Running } from '../../src/compose.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { startPostern, type Transport } from '../support/start-postern.ts'
import { messagesOf, shownText, WorkspacePerson } from '../support/workspace-person.ts'

const transports: readonly Transport[] = ['http', 'socket']

describe.each(transports)('compose, over %s', (transport) => {
  let workspace: Workspace
  let postern: Running
  let employee: WorkspacePerson
  let other: WorkspacePerson
  let postmaster: WorkspacePerson
  let second: WorkspacePerson

  const person = (ids: readonly string[], at: number): WorkspacePerson => {
    const id = ids[at]
    if (id === undefined) throw new Error('the workspace lacks a person')
    return new WorkspacePerson(workspace.address, id)
  }

  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0 })
    postern = await startPostern(workspace, transport, root)
    employee = person(workspace.employees, 0)
    other = person(workspace.employees, 1)
    postmaster = person(workspace.postmasters, 0)
    second = person(workspace.postmasters, 1)
  })

  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  /** From the first words to the submitted form. */
  async function handOver(who: WorkspacePerson, note = 'My phone was stolen'): Promise<void> {
    await who.say('I forgot my password')
    await who.goOn('None of these')
    await who.press('card:asked_for_postmaster')
    expect(
      await who.submit({ screenText: 'Incorrect username or password', note, lockedSince: 'today' }),
    ).toMatchObject({
      ok: true,
    })
    await who.waitForText('Ticket 1001')
  }

  it('takes a person from forgetting their password to a postmaster and back in', async () => {
    await handOver(employee)
    const ticket = await postmaster.waitForText('My phone was stolen', { in: workspace.postmasterChannel })
    expect(shownText(ticket)).toContain('None of these')

    await postmaster.press('ticket:claim')
    await employee.waitForText('is looking after it now')
    await postmaster.press('ticket:reply')
    expect(await postmaster.submit({ text: 'I will call you in five minutes' })).toMatchObject({ ok: true })
    await employee.waitForText('I will call you in five minutes')
    await postmaster.press('ticket:resolve')
    expect(await postmaster.submit({ outcome: 'password_reset', identityCheck: 'callback' })).toMatchObject({
      ok: true,
    })
    await employee.press('ticket:confirm')
    await employee.waitFor(
      (state) => !messagesOf(state).some((message) => JSON.stringify(message).includes('ticket:confirm')),
      'the question to be settled',
    )
  })

  it('lets one of two postmasters claim, and tells the other who was faster', async () => {
    await handOver(employee)
    await Promise.all([postmaster.press('ticket:claim'), second.press('ticket:claim')])
    const seen = await Promise.race([
      postmaster.waitForText(`<@${second.user}>`),
      second.waitForText(`<@${postmaster.user}>`),
    ])
    expect(shownText(seen)).toMatch(/claimed|已认领/)
  })

  it('refuses somebody who is no postmaster, and the requester’s own claim', async () => {
    await handOver(postmaster)
    await postmaster.press('ticket:claim', { in: workspace.postmasterChannel })
    await postmaster.waitFor(
      (state) => messagesOf(state, workspace.postmasterChannel).some((message) => message.ephemeral),
      'a refusal that only they see',
    )
    await second.press('ticket:claim', { in: workspace.postmasterChannel })
    await postmaster.waitForText('is looking after it now')
  })

  it('shows the open case instead of opening a second one for the same mailbox', async () => {
    await handOver(employee)
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ note: 'again', lockedSince: 'today' })
    await employee.waitFor((state) => state.modals.length === 0, 'the form to close')
    const tickets = workspace.ledger().filter(({ channel }) => channel === workspace.postmasterChannel)
    expect(new Set(tickets.flatMap(({ text }) => text.match(/Ticket \d+/g) ?? []))).toEqual(
      new Set(['Ticket 1001']),
    )
  })

  it('never lets a secret out of the message it was pasted in', async () => {
    const canary = 'Canary-7731-xyz'
    await employee.say(`I forgot my password, it was: my password is ${canary}`)
    await employee.waitFor(
      (state) => messagesOf(state).some((message) => message.ephemeral && message.text.includes('delete')),
      'a warning that only they see',
    )
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ note: `my password is ${canary}`, lockedSince: 'today' })
    await employee.waitForText('Ticket 1001')
    await postmaster.waitForText('[secret removed: password]', { in: workspace.postmasterChannel })
    const fromBot = workspace.ledger().filter(({ user }) => user === workspace.botUser)
    expect(fromBot.length).toBeGreaterThan(3)
    expect(JSON.stringify(fromBot)).not.toContain(canary)
  })

  it('warns a postmaster alone who pastes a first password where all of them can read it', async () => {
    const canary = 'Tmp-7731-xyz'
    await postmaster.say(`it is reset, temporary password ${canary}`, { in: workspace.postmasterChannel })
    const seen = await postmaster.waitFor(
      (state) => messagesOf(state, workspace.postmasterChannel).some((message) => message.ephemeral),
      'a warning that only they see',
    )
    expect(messagesOf(seen, workspace.postmasterChannel).at(-1)?.text).toMatch(
      /delete your message|删除您的消息/,
    )
    const others = messagesOf(await second.state(), workspace.postmasterChannel)
    expect(others.some((message) => message.ephemeral)).toBe(false)
    const fromBot = workspace.ledger().filter(({ user }) => user === workspace.botUser)
    expect(JSON.stringify(fromBot)).not.toContain(canary)
  })

  it('answers the slash command to its sender alone, and goes on in the DM', async () => {
    await employee.command('/mail-recover help', { in: workspace.generalChannel })
    const help = await employee.waitFor(
      (state) => messagesOf(state, workspace.generalChannel).some(({ ephemeral }) => ephemeral),
      'help',
    )
    expect(messagesOf(help, workspace.generalChannel).at(-1)?.text).toContain('status')
    expect(messagesOf(await other.state(), workspace.generalChannel).some(({ ephemeral }) => ephemeral)).toBe(
      false,
    )
    await employee.command('/mail-recover my account is locked', { in: workspace.generalChannel })
    await employee.press('card:chose', { in: await employee.dm() })
  })

  it('answers a mention in the DM', async () => {
    await employee.say(`<@${workspace.botUser}> I forgot my password`, { in: workspace.generalChannel })
    await employee.press('None of these', { in: await employee.dm() })
  })

  it('deals with two matters one after the other', async () => {
    await employee.say('my account is locked, and the code from my authenticator is rejected too')
    const first = await employee.waitForText('locked because of too many wrong passwords')
    expect(shownText(first)).toContain('Then: My code is not accepted')
    await employee.press('They are closed')
    await employee.press('The hour is over')
    await employee.press("I'm in")
    await employee.press('All updated')
    await employee.waitForText('Good, you are back in')
    await employee.press('Then: My code is not accepted')
    const second = await employee.waitForText('What does the log-in page ask you for?')
    expect(shownText(second)).not.toContain('Then:')
  })

  it('answers in Chinese whoever writes Chinese', async () => {
    await other.say('我忘记密码了')
    await other.press('都没有')
    await other.press('重新开始')
  })

  it('shows the Home tab, and begins a walk from it', async () => {
    await employee.openHome()
    await employee.press('home:start')
    await employee.waitFor((state) => messagesOf(state).length > 0, 'the menu in the DM')
  })

  it('lets a double click act once: the second shows the present state and acts no more', async () => {
    await employee.say('I forgot my password')
    await employee.waitForText('None of these')
    await Promise.all([employee.press('None of these'), employee.press('None of these')])
    await employee.waitForText('This needs a postmaster')
    await employee.press('card:asked_for_postmaster')
    await employee.waitFor((state) => state.modals.length === 1, 'one form')
  })

  it('reads text only, and says so about a picture', async () => {
    await employee.say('look', { withFile: true })
    await employee.waitForText('only read text')
  })
})

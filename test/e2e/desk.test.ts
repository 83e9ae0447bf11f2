import type { Running } from '../../src/compose.ts'
import type { PageState } from '../../src/workspace/page-api.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { startPostern } from '../support/start-postern.ts'
import { buttonsInSight, messagesOf, shownText, WorkspacePerson } from '../support/workspace-person.ts'

describe('the desk, over http', () => {
  let workspace: Workspace
  let postern: Running
  let employee: WorkspacePerson
  let postmaster: WorkspacePerson
  let second: WorkspacePerson
  let channel: string

  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, postRate: false })
    postern = await startPostern(workspace, 'http', root)
    const person = (id = '') => new WorkspacePerson(workspace.address, id)
    employee = person(workspace.employees[0])
    postmaster = person(workspace.postmasters[1])
    second = person(workspace.postmasters[0])
    channel = workspace.postmasterChannel
  })

  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  async function handOver(fields: Record<string, string | string[]> = {}): Promise<void> {
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    const sent = await employee.submit({ note: 'My phone was stolen', lockedSince: 'today', ...fields })
    expect(sent).toMatchObject({ ok: true })
    await employee.waitForText('ticket 1001')
    await postmaster.waitForText('My phone was stolen', { in: channel })
  }

  async function claim(): Promise<void> {
    await postmaster.press('ticket:claim', { in: channel })
    await postmaster.waitForText('Claimed by', { in: channel })
  }

  /** The value of a choice in the newest menu. */
  function choice(state: PageState, action: string): string {
    const blocks = messagesOf(state, channel)
      .map((message) => JSON.stringify(message.blocks))
      .join()
    const found = [...blocks.matchAll(/"value":("\{\\"action\\":\\"([a-z]+)\\".*?\}")/g)]
    const [, value = '""'] = found.findLast(([, , name]) => name === action) ?? []
    return String(JSON.parse(value))
  }

  async function choose(who: WorkspacePerson, action: string): Promise<void> {
    const value = choice(await who.state(), action)
    await who.press('ticket:more', { in: channel, values: [value] })
  }

  const whispersOf = async (who: WorkspacePerson): Promise<string[]> =>
    messagesOf(await who.state(), channel).flatMap(({ ephemeral, text }) => (ephemeral ? [text] : []))

  it('waits for an answer, keeps a note inside, is handed on, and declines kindly', async () => {
    await handOver()
    await claim()
    await postmaster.press('ticket:ask', { in: channel })
    expect(await postmaster.submit({ text: 'Which phone was it?' })).toMatchObject({ ok: true })
    await employee.waitForText('Which phone was it?')
    await postmaster.waitForText('waiting for the requester', { in: channel })
    await employee.press('Answer')
    expect(await employee.submit({ text: 'The one with the cracked glass.' })).toMatchObject({ ok: true })
    await postmaster.waitForText('cracked glass', { in: channel })

    await choose(postmaster, 'note')
    expect(await postmaster.submit({ text: 'Sounds plausible.' })).toMatchObject({ ok: true })
    await second.waitForText('Sounds plausible.', { in: channel })

    await choose(postmaster, 'hand')
    expect(await postmaster.submit({ to: employee.user })).toMatchObject({
      errors: { to: expect.stringContaining('Choose a postmaster') },
    })
    expect(await postmaster.submit({ to: second.user })).toMatchObject({ ok: true })
    await second.waitForText('handed it to', { in: channel })

    await choose(second, 'decline')
    const text = 'Bring your badge to the desk.'
    expect(await second.submit({ reason: 'identity_not_confirmed', text })).toMatchObject({ ok: true })
    const told = await employee.waitForText('could not make sure that it is you')
    expect(shownText(told)).toContain('Bring your badge to the desk.')
    await employee.press('ticket:reopen')
    await postmaster.waitForText('before: declined by', { in: channel })
    expect(JSON.stringify(messagesOf(await employee.state()))).not.toContain('plausible')
  })

  it('releases after asking whether that is meant', async () => {
    await handOver()
    await claim()
    await choose(postmaster, 'release')
    expect(await postmaster.submit({})).toMatchObject({ ok: true })
    await second.press('ticket:claim', { in: channel })
    await employee.waitForText(`<@${second.user}>`)
  })

  it('shows both addresses where they differ, and tells the requester only that it was received', async () => {
    await handOver({ mailbox: 'ceo@example.com' })
    const card = await postmaster.waitForText('the mailbox asked for is ceo@example.com', { in: channel })
    expect(shownText(card)).toContain('The requester’s Slack address is ')
    await employee.waitForText('I have passed this on to the postmasters')
    await claim()
    await postmaster.waitForText('Not to be resolved before', { in: channel })
    const offered = buttonsInSight(await postmaster.state(), channel).map(({ actionId }) => actionId)
    expect(offered).not.toContain('ticket:resolve')
    await choose(postmaster, 'decline')
    await postmaster.submit({ reason: 'not_their_mailbox' })
    await postmaster.waitForText('Declined by', { in: channel })
    expect(
      messagesOf(await employee.state())
        .map(shownText)
        .join(),
    ).not.toMatch(/looking after|changed nothing/)
    await employee.press('ticket:cancel')
    await employee.waitForText('There is no further news here')
  })

  it('takes a ticked box for a report, and refuses an address that only looks right', async () => {
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    const fields = { note: 'for a colleague', lockedSince: 'today' }
    expect(await employee.submit({ ...fields, mailbox: 'anna@exаmple.com' })).toMatchObject({
      errors: { mailbox: expect.stringContaining('look alike') },
    })
    expect(await employee.submit({ ...fields, onBehalfOf: ['yes'] })).toMatchObject({ ok: true })
    await postmaster.waitForText('says that this is somebody else’s mailbox', { in: channel })
  })

  it.each([
    ['429', { kind: 'rate_limited', seconds: 30 }],
    ['500', { kind: 'server_error', done: false }],
    ['a reset', { kind: 'reset', done: false }],
    ['no answer in time', { kind: 'slow', ms: 5_000 }],
  ] as const)('refuses a claim while the look-up of who claims ends in %s', async (_, fault) => {
    await handOver()
    workspace.failNext('users.info', fault)
    await postmaster.press('ticket:claim', { in: channel })
    await postmaster.waitFor(
      (state) => messagesOf(state, channel).some(({ ephemeral }) => ephemeral),
      'a refusal',
    )
    expect((await whispersOf(postmaster)).join()).toContain('could not check in Slack who you are')
    expect(buttonsInSight(await second.state(), channel).map(({ actionId }) => actionId)).toContain(
      'ticket:claim',
    )
    await postmaster.press('ticket:claim', { in: channel })
    await postmaster.waitForText('Claimed by', { in: channel })
  })
})

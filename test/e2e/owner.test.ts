import type { Running } from '../../src/compose.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { startPostern } from '../support/start-postern.ts'
import { messagesOf, shownText, WorkspacePerson } from '../support/workspace-person.ts'

describe('the owner of a mailbox, over http', () => {
  let workspace: Workspace
  let postern: Running
  let anna: WorkspacePerson
  let lin: WorkspacePerson
  let zhao: WorkspacePerson
  let chen: WorkspacePerson
  let channel: string

  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0, postRate: false })
    postern = await startPostern(workspace, 'http', root)
    const person = (id = '') => new WorkspacePerson(workspace.address, id)
    anna = person(workspace.employees[0])
    lin = person(workspace.employees[1])
    zhao = person(workspace.securityContact)
    chen = person(workspace.postmasters[0])
    channel = workspace.postmasterChannel
  })

  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  async function ask(person: WorkspacePerson, mailbox?: string): Promise<void> {
    await person.say('I forgot my password')
    await person.press('card:asked_for_postmaster')
    const fields = { note: 'It is urgent', lockedSince: 'today' }
    const sent = await person.submit(mailbox === undefined ? fields : { ...fields, mailbox })
    expect(sent).toMatchObject({ ok: true })
  }

  const shownTo = async (person: WorkspacePerson): Promise<string> =>
    messagesOf(await person.state(), await person.dm())
      .map(shownText)
      .join('\n')

  it('hears in their own language who asks for their mailbox, and stops it', async () => {
    await ask(anna, 'lin.wei@example.com')
    const notice = await lin.waitForText('有人请求邮箱管理员处理您的邮箱')
    expect(shownText(notice)).toContain('lin.wei@example.com')
    expect(shownText(notice)).not.toContain('urgent')
    await chen.waitForText(`Owner <@${lin.user}> told`, { in: channel })

    await lin.press('不是我本人操作')
    await lin.waitForText('已中止。在邮箱管理员与您通话之前')
    await chen.waitForText('Ticket 1001 needs a look now', { in: channel })
    await chen.waitForText('Stopped', { in: channel })
    await zhao.waitForText('This wasn’t me')
    const heard = await shownTo(anna)
    expect(heard).toContain('ticket 1001')
    expect(heard).not.toMatch(/[Ss]topped|wasn’t/)

    await anna.press('ticket:cancel')
    await anna.waitForText('There is no further news here')
  })

  it('is told again at the close, what was done', async () => {
    await ask(anna, 'lin.wei@example.com')
    await lin.waitForText('有人请求邮箱管理员处理您的邮箱')
    await anna.press('ticket:cancel')
    await lin.waitForText('的请求已撤回')
    expect((await shownTo(anna)).match(/wasn’t me/g)).toBeNull()
  })

  it('who asks themselves has the button at hand, and the security contact hears', async () => {
    await ask(anna)
    const notice = await zhao.waitForText('Somebody asks the postmasters for help with the mailbox')
    expect(shownText(notice)).toContain('you, as the security contact.')
    await chen.waitForText(`Owner is the requester, <@${zhao.user}> (security contact) told`, { in: channel })
    await anna.press('This wasn’t me')
    await anna.waitForText('change your Slack password')
    await zhao.waitForText('Stopped. Nothing goes on before a postmaster has spoken with the mailbox’s owner')
  })

  it('whose manager is known is told to them rather than to the security contact', async () => {
    await ask(lin)
    const notice = await anna.waitForText('help with the mailbox')
    expect(shownText(notice)).toContain('you, as the requester’s manager.')
    await anna.press('This wasn’t them')
    await anna.waitForText('Stopped. Nothing goes on')
    expect(await shownTo(lin)).not.toContain('已中止')
  })

  it('hears once Slack answers, and the card says until then that they did not', async () => {
    for (let times = 0; times < 2; times += 1) {
      workspace.failNext('users.lookupByEmail', { kind: 'server_error', done: false })
    }
    await ask(anna, 'lin.wei@example.com')
    await chen.waitForText('Owner not told yet', { in: channel })
    await lin.waitForText('有人请求邮箱管理员处理您的邮箱')
    const told = messagesOf(await lin.state(), await lin.dm()).filter((each) =>
      shownText(each).includes('有人请求'),
    )
    expect(told).toHaveLength(1)
  })
})

import type { Running } from '../../src/compose.ts'
import type { PageState } from '../../src/workspace/page-api.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { startPostern } from '../support/start-postern.ts'
import { messagesOf, shownText, WorkspacePerson } from '../support/workspace-person.ts'

const minute = 60_000

describe('the desk as a whole', () => {
  let workspace: Workspace
  let postern: Running
  let employee: WorkspacePerson
  let postmaster: WorkspacePerson
  let channel: string
  let ahead: number

  beforeEach(async () => {
    ahead = 0
    workspace = await startWorkspace({ port: 0, postRate: false })
    const person = (id = '') => new WorkspacePerson(workspace.address, id)
    employee = person(workspace.employees[0])
    postmaster = person(workspace.postmasters[1])
    channel = workspace.postmasterChannel
    postern = await startPostern(workspace, 'socket', root, 'sqlite::memory:', {
      clock: { now: () => Date.now() + ahead },
      settings: { POSTMASTER_USER_IDS: '', POSTMASTER_USERGROUP: workspace.usergroup },
    })
  })
  afterEach(async () => {
    await postern.stop()
    await workspace.stop()
  })

  async function handOver(): Promise<void> {
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ note: 'My phone was stolen', lockedSince: 'today' })
    await postmaster.waitForText('My phone was stolen', { in: channel })
  }

  const homeText = (state: PageState): string => JSON.stringify(state.home ?? {})
  const whispered = (state: PageState, words: string): string | undefined =>
    messagesOf(state)
      .filter(({ ephemeral, text }) => ephemeral && text.includes(words))
      .map(shownText)
      .at(-1)

  async function answerTo(who: WorkspacePerson, command: string, words: string): Promise<string> {
    await who.command(command)
    const state = await who.waitFor(
      (each) => whispered(each, words) !== undefined,
      `an answer with "${words}"`,
    )
    return whispered(state, words) ?? ''
  }

  it('shows a postmaster the queue on their Home tab, and anew after what they do', async () => {
    await handOver()
    await postmaster.openHome()
    const state = await postmaster.waitFor(
      (each) => homeText(each).includes('Nobody has them yet'),
      'the queue',
    )
    expect(homeText(state)).toContain('Ticket 1001')
    expect(homeText(state)).not.toMatch(/stolen|anna|@example/i)
    await postmaster.press('ticket:claim', { in: channel })
    await postmaster.waitFor((each) => homeText(each).includes('"Mine"'), 'the ticket among mine')
    await employee.openHome()
    const own = await employee.waitFor(
      (each) => homeText(each).includes('Back into your mailbox'),
      'the Home tab',
    )
    expect(homeText(own)).not.toContain('Nobody has them yet')
  })

  it('answers a postmaster alone, in words and in a table', async () => {
    await handOver()
    const queue = await answerTo(postmaster, '/mail-recover queue', 'as of')
    expect(queue).toContain('Nobody has them yet')
    expect(queue).not.toContain('stolen')
    const stats = await answerTo(postmaster, '/mail-recover stats 30d', 'The last 30 days')
    expect(stats).toContain('Got back in by themselves | too few to say | 1')
    expect(stats).toContain('Messages out of scope')
    expect(await answerTo(employee, '/mail-recover queue', 'for postmasters')).not.toContain('1001')
    expect(
      messagesOf(await employee.state())
        .map(shownText)
        .join(),
    ).not.toContain('as of')
  })

  it('shows nobody a queue while Slack does not say who is a postmaster', async () => {
    await handOver()
    const outage = { kind: 'server_error', done: false } as const
    ahead = 2 * minute
    workspace.failNext('usergroups.users.list', outage)
    expect(await answerTo(postmaster, '/mail-recover queue', 'did not tell me')).not.toContain('1001')
    workspace.failNext('usergroups.users.list', outage)
    await postmaster.openHome()
    const state = await postmaster.waitFor((each) => homeText(each).includes('did not tell me'), 'the reason')
    expect(homeText(state)).not.toContain('1001')
  })

  it('reminds the postmasters in their channel of what nobody has, and calls their group', async () => {
    await handOver()
    ahead = 10 * minute
    await employee.openHome()
    const reminder = await postmaster.waitForText('These tickets wait for a postmaster', { in: channel })
    expect(reminder.text).toContain('Ticket 1001')
    expect(JSON.stringify(reminder.blocks)).toContain(`"usergroup_id":"${workspace.usergroup}"`)
    expect(shownText(reminder)).not.toMatch(/stolen|anna/i)
    ahead = 70 * minute
    await employee.openHome()
    const said = (state: PageState): string[] =>
      messagesOf(state, channel)
        .filter(({ text }) => text.includes('These tickets wait'))
        .map(({ blocks }) => JSON.stringify(blocks))
    const state = await postmaster.waitFor((each) => said(each).length === 2, 'a second reminder')
    expect(said(state)[1]).not.toContain('usergroup_id')
  })
})

describe('a request outside working hours', () => {
  it('is told when the postmasters are back', async () => {
    const workspace = await startWorkspace({ port: 0, postRate: false })
    const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' })
    const inThreeDays = weekday.format(Date.now() + 3 * 24 * 60 * minute).toLowerCase()
    const postern = await startPostern(workspace, 'socket', root, 'sqlite::memory:', {
      settings: { WORKING_HOURS: `${inThreeDays} 09:00-18:00`, POSTMASTER_TIME_ZONE: 'Asia/Shanghai' },
    })
    const employee = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
    await employee.say('I forgot my password')
    await employee.goOn('None of these')
    await employee.press('card:asked_for_postmaster')
    await employee.submit({ lockedSince: 'today' })
    const told = await employee.waitForText('not at work now; they are back')
    expect(shownText(told)).toMatch(/back on \w+day 0[23]:00, your time\./)
    await postern.stop()
    await workspace.stop()
  })
})

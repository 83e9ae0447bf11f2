import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ManualTime } from '../support/manual-time.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

let time: ManualTime
let workspace: Workspace
let web: WebClient
let anna: WorkspacePerson
let dm: string
beforeEach(async () => {
  time = new ManualTime()
  workspace = await startWorkspace({ port: 0, now: time.now, schedule: time.schedule })
  web = botClient(workspace)
  anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
  dm = await anna.dm()
})
afterEach(async () => {
  await workspace.stop()
})

const post = { event_type: 'postern_post', event_payload: { post_id: 'p1' } }

describe('who is who', () => {
  it('names the bot', async () => {
    expect(await web.auth.test()).toMatchObject({
      user_id: workspace.botUser,
      team_id: workspace.team,
      bot_id: expect.stringMatching(/^B/),
    })
  })

  it.each([
    [0, { locale: 'en-GB', tz: 'Europe/Berlin', email: 'anna.weber@example.com' }],
    [1, { locale: 'zh-CN', tz: 'Asia/Shanghai', email: 'lin.wei@example.com' }],
  ])('tells employee %i apart by locale, time zone and address', async (index, { locale, tz, email }) => {
    const { user } = await web.users.info({ user: workspace.employees[index] ?? '', include_locale: true })
    expect(user).toMatchObject({
      locale,
      tz,
      team_id: workspace.team,
      deleted: false,
      is_bot: false,
      is_restricted: false,
      is_ultra_restricted: false,
      profile: { email },
    })
  })

  it('leaves the locale out unless asked', async () => {
    expect((await web.users.info({ user: anna.user })).user?.locale).toBeUndefined()
  })

  it('lists the user group and the members of the channel', async () => {
    const group = await web.usergroups.users.list({ usergroup: workspace.usergroup })
    expect(group.users).toEqual(workspace.postmasters)
    const channel = await web.conversations.members({ channel: workspace.postmasterChannel })
    expect(channel.members).toEqual([...workspace.postmasters, workspace.botUser])
  })

  it('finds a person by their address, however it is spelt, without a locale', async () => {
    const { user } = await web.users.lookupByEmail({ email: 'Lin.Wei@example.com' })
    expect(user).toMatchObject({ id: workspace.employees[1], team_id: workspace.team })
    expect(user).not.toHaveProperty('locale')
  })

  it('says whom a profile names as manager, and an empty list where it names nobody', async () => {
    const [anna = '', lin = ''] = workspace.employees
    const { profile } = await web.users.profile.get({ user: lin })
    expect(profile?.fields).toMatchObject({ [workspace.managerField]: { value: anna } })
    expect((await web.users.profile.get({ user: anna })).profile?.fields).toEqual([])
  })

  it('describes a private channel', async () => {
    const { channel } = await web.conversations.info({ channel: workspace.postmasterChannel })
    expect(channel).toMatchObject({
      is_private: true,
      is_member: true,
      is_ext_shared: false,
      is_archived: false,
    })
  })

  it('opens a DM', async () => {
    expect((await web.conversations.open({ users: anna.user })).channel?.id).toBe(dm)
  })
})

describe('messages', () => {
  it('go to a channel, or to a person by their id', async () => {
    expect((await web.chat.postMessage({ channel: anna.user, text: 'hello' })).channel).toBe(dm)
    expect((await anna.waitForText('hello')).user).toBe(workspace.botUser)
  })

  it('have strictly growing times, though the clock stands still', async () => {
    const sent: string[] = []
    for (const text of ['one', 'two', 'three'])
      sent.push((await web.chat.postMessage({ channel: dm, text })).ts ?? '')
    expect(sent).toEqual([...new Set(sent)].sort())
  })

  it('are found again by their metadata, newest first, since a time', async () => {
    const old = await web.chat.postMessage({ channel: dm, text: 'old' })
    await web.chat.postMessage({ channel: dm, text: 'card', metadata: post })
    const found = await web.conversations.history({
      channel: dm,
      oldest: old.ts ?? '',
      include_all_metadata: true,
      limit: 10,
    })
    expect(found.messages).toMatchObject([{ text: 'card', metadata: post }])
    const bare = await web.conversations.history({ channel: dm })
    expect(bare.messages?.map(({ text }) => text)).toEqual(['card', 'old'])
    expect(bare.messages?.[0]?.metadata).toEqual({ event_type: 'postern_post' })
  })

  it('come in pages', async () => {
    for (const text of ['one', 'two', 'three']) await web.chat.postMessage({ channel: dm, text })
    const first = await web.conversations.history({ channel: dm, limit: 2 })
    expect([first.has_more, first.messages?.length]).toEqual([true, 2])
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await web.conversations.history({ channel: dm, limit: 2, cursor })
    expect(rest.messages?.map(({ text }) => text)).toEqual(['one'])
  })

  it('are edited in place, keep their metadata, and lose blocks that are not sent again', async () => {
    const blocks = [{ type: 'divider' }]
    const { ts = '' } = await web.chat.postMessage({ channel: dm, text: 'card', metadata: post, blocks })
    await web.chat.update({ channel: dm, ts, text: 'card, done' })
    const { messages } = await web.conversations.history({ channel: dm, include_all_metadata: true })
    expect(messages).toMatchObject([
      { ts, text: 'card, done', metadata: post, edited: { user: workspace.botUser } },
    ])
    expect(messages?.[0]?.blocks).toBeUndefined()
  })

  it('are taken away by the bot that sent them', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: dm, text: 'oops' })
    await web.chat.delete({ channel: dm, ts })
    expect((await web.conversations.history({ channel: dm })).messages).toEqual([])
  })

  it('in a thread are read as replies and left out of the history', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: dm, text: 'parent' })
    await web.chat.postMessage({ channel: dm, text: 'reply', thread_ts: ts })
    expect((await web.conversations.history({ channel: dm })).messages).toHaveLength(1)
    const { messages } = await web.conversations.replies({ channel: dm, ts })
    expect(messages?.map(({ text }) => text)).toEqual(['parent', 'reply'])
  })

  it('are held to one a second a channel after a short burst', async () => {
    const send = () => web.chat.postMessage({ channel: dm, text: 'again' })
    for (let sent = 0; sent < 4; sent += 1) await send()
    const refused = await send().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(WebAPIRateLimitedError)
    expect(refused).toMatchObject({ retryAfter: 1 })
    await web.chat.postMessage({ channel: workspace.generalChannel, text: 'elsewhere' })
    time.advance(1000)
    await send()
    await expect(send()).rejects.toBeInstanceOf(WebAPIRateLimitedError)
  })

  it('are all in the ledger, those taken away or seen by one person included', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: dm, text: 'oops', metadata: post })
    await web.chat.delete({ channel: dm, ts })
    await web.chat.postEphemeral({ channel: workspace.generalChannel, user: anna.user, text: 'you alone' })
    expect(workspace.ledger()).toMatchObject([
      { channel: dm, ts, user: workspace.botUser, text: 'oops', metadata: post },
      { channel: workspace.generalChannel, text: 'you alone', reader: anna.user },
    ])
  })

  it('are found by a form-encoded GET as well as by JSON', async () => {
    await web.chat.postMessage({ channel: dm, text: 'hello' })
    const response = await fetch(`${workspace.apiUrl}conversations.history?channel=${dm}&limit=1`, {
      headers: { authorization: `Bearer ${workspace.botToken}` },
    })
    expect(await response.json()).toMatchObject({ ok: true, messages: [{ text: 'hello' }] })
  })
})

describe('the Home tab', () => {
  it('is published for one person, and replaced only by who knows its hash', async () => {
    const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] }
    const first = await web.views.publish({ user_id: anna.user, view })
    const second = await web.views.publish({ user_id: anna.user, view, hash: first.view?.hash ?? '' })
    expect(second.view?.id).toBe(first.view?.id)
    await expect(
      web.views.publish({ user_id: anna.user, view, hash: first.view?.hash ?? '' }),
    ).rejects.toThrow('hash_conflict')
    expect((await anna.state()).home).toMatchObject({ type: 'home' })
  })
})

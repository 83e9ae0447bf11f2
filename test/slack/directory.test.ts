import type { Language } from '../../src/language.ts'
import { createDirectory, type Postmasters } from '../../src/slack/directory.ts'
import { createWebClient } from '../../src/slack/web-client.ts'
import { ManualTime } from '../support/manual-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { type Fault, team, user, WebApiServer } from './web-api-server.ts'

const postmasters: Postmasters = { channel: 'C0POST', userIds: ['U9'], channelMembers: false }

describe('createDirectory', () => {
  const { log } = memoryLog()
  let slack: WebApiServer
  let clock: ManualTime

  const directory = (
    more: Partial<Postmasters> = {},
    defaultLanguage: Language = 'en',
    managerField: string | undefined = undefined,
  ) =>
    createDirectory({
      ...(managerField !== undefined && { managerField }),
      client: createWebClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl, log }, 1_000),
      postmasters: { ...postmasters, ...more },
      defaultLanguage,
      clock,
    })

  beforeEach(async () => {
    slack = new WebApiServer()
    await slack.start()
    clock = new ManualTime()
  })

  afterEach(() => slack.stop())

  it('knows a person’s name, address, time zone and language', async () => {
    slack.users.set(
      'U1',
      user('U1', { locale: 'zh-CN', profile: { real_name: 'Lin Wei', email: 'lin.wei@example.com' } }),
    )
    expect(await directory().person(team, 'U1')).toEqual({
      team,
      user: 'U1',
      name: 'Lin Wei',
      email: 'lin.wei@example.com',
      timeZone: 'Asia/Shanghai',
      language: 'zh',
      isMember: true,
    })
    expect(slack.called('users.info')[0]?.args).toMatchObject({ include_locale: true })
  })

  it.each([
    ['zh-TW', 'en', 'zh'],
    ['en-GB', 'zh', 'en'],
    ['de-DE', 'zh', 'zh'],
    [undefined, 'zh', 'zh'],
  ] as const)('takes a Slack in %s, where the setting is %s, for %s', async (locale, setting, language) => {
    slack.users.set('U1', user('U1', { locale }))
    expect(await directory({}, setting).person(team, 'U1')).toMatchObject({ language })
  })

  it.each([
    ['a guest', { is_restricted: true }],
    ['a single-channel guest', { is_ultra_restricted: true }],
    ['a stranger', { is_stranger: true }],
    ['a bot', { is_bot: true }],
    ['a deactivated account', { deleted: true }],
    ['somebody of another workspace', { team_id: 'T0OTHER' }],
    [
      'somebody of another workspace of another organisation',
      { team_id: 'T0OTHER', enterprise_user: { teams: ['T1'] } },
    ],
  ])('does not take %s for a member', async (_, more) => {
    slack.users.set('U1', user('U1', more))
    expect(await directory().person(team, 'U1')).toMatchObject({ isMember: false })
  })

  it('asks anew about whoever it is told has changed, and keeps no answer to what was asked before', async () => {
    const known = directory()
    await known.person(team, 'U1')
    slack.users.set('U1', user('U1', { deleted: true }))
    const asked = known.person(team, 'U2')
    known.forgetPerson(team, 'U1')
    await asked
    expect(await known.person(team, 'U1')).toMatchObject({ isMember: false })
    await known.person(team, 'U2')
    const about = slack.called('users.info').map(({ args }) => args.user)
    expect(about).toEqual(['U1', 'U2', 'U1', 'U2'])
  })

  it.each(['user_not_found', 'user_not_visible'])(
    'takes whom Slack does not know (%s) for a stranger',
    async (error) => {
      slack.fail('users.info', { kind: 'error', error })
      expect(await directory().person(team, 'U1')).toMatchObject({ user: 'U1', isMember: false })
    },
  )

  it('does not take Slackbot for a member', async () => {
    expect(await directory().person(team, 'USLACKBOT')).toMatchObject({ isMember: false })
  })

  it('takes a member of the home workspace inside an organisation for one', async () => {
    slack.users.set('U1', user('U1', { team_id: 'E0ORG', enterprise_user: { teams: [team] } }))
    expect(await directory().person(team, 'U1')).toMatchObject({ isMember: true })
  })

  it('believes an answer for less than a minute', async () => {
    const people = directory()
    await people.person(team, 'U1')
    slack.users.set('U1', user('U1', { deleted: true }))
    clock.advance(59_999)
    expect(await people.person(team, 'U1')).toMatchObject({ isMember: true })
    clock.advance(1)
    expect(await people.person(team, 'U1')).toMatchObject({ isMember: false })
  })

  it('asks again when the clock was set back', async () => {
    const people = directory()
    await people.person(team, 'U1')
    clock.advance(-3_600_000)
    await people.person(team, 'U1')
    expect(slack.called('users.info')).toHaveLength(2)
  })

  const faults: [string, Fault][] = [
    ['does not answer in time', { kind: 'silent' }],
    ['breaks the connection', { kind: 'dropped_before' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['is limited', { kind: 'status', status: 429, retryAfter: 30 }],
    ['refuses', { kind: 'error', error: 'missing_scope' }],
  ]

  it.each(faults)('fails closed when Slack %s, and asks again next time', async (_, fault) => {
    const people = directory({ usergroup: 'S1' })
    slack.fail('users.info', fault)
    slack.fail('usergroups.users.list', fault)
    await expect(people.person(team, 'U1')).rejects.toMatchObject({ code: 'directory_unavailable' })
    await expect(people.isPostmaster('U1')).rejects.toMatchObject({ code: 'directory_unavailable' })
    expect(await people.person(team, 'U1')).toMatchObject({ isMember: true })
    expect(await people.isPostmaster('U1')).toBe(false)
  })

  it('fails closed when an answer says nothing about the person', async () => {
    slack.users.set('U1', {})
    await expect(directory().person(team, 'U1')).rejects.toMatchObject({ code: 'directory_unavailable' })
  })

  const lin = (more: Record<string, unknown> = {}) =>
    user('U1', { locale: 'zh-CN', profile: { email: 'lin.wei@example.com' }, ...more })

  it('finds whose an address is, with the language that they read', async () => {
    slack.users.set('U1', lin())
    expect(await directory().findByEmail(team, 'lin.wei@example.com')).toMatchObject({
      user: 'U1',
      language: 'zh',
      isMember: true,
    })
    expect(slack.called('users.lookupByEmail')[0]?.args).toEqual({ email: 'lin.wei@example.com' })
  })

  it('takes Slack’s word that an address is nobody’s', async () => {
    expect(await directory().findByEmail(team, 'nobody@example.com')).toBeUndefined()
  })

  it.each([{ is_restricted: true }, { deleted: true }, { team_id: 'T0OTHER' }])(
    'does not take whoever is found by an address for a member where Slack says %j',
    async (more) => {
      slack.users.set('U1', lin(more))
      expect(await directory().findByEmail(team, 'lin.wei@example.com')).toMatchObject({ isMember: false })
    },
  )

  it('believes whose an address is for less than a minute, and not once somebody has changed', async () => {
    const people = directory()
    const look = () => people.findByEmail(team, 'lin.wei@example.com')
    expect(await look()).toBeUndefined()
    slack.users.set('U1', lin())
    clock.advance(59_999)
    expect(await look()).toBeUndefined()
    clock.advance(1)
    expect(await look()).toMatchObject({ user: 'U1' })
    slack.users.clear()
    people.forgetPerson(team, 'U2')
    expect(await look()).toBeUndefined()
  })

  it.each([
    ['the profile names', { Xf1: { value: 'U7', alt: '' } }, 'U7'],
    ['the profile names first', { Xf1: { value: 'U7,U8' } }, 'U7'],
    ['no profile names: another field', { Xf2: { value: 'U7' } }, undefined],
    ['no profile names: no id', { Xf1: { value: 'Ma Li' } }, undefined],
    ['no profile names: an empty list', [], undefined],
    ['no profile names: nothing', null, undefined],
  ])('takes for somebody’s manager whom %s', async (_, fields, manager) => {
    slack.fields.set('U1', fields)
    expect(await directory({}, 'en', 'Xf1').managerOf(team, 'U1')).toBe(manager)
  })

  it('knows no manager, and asks Slack nothing, where no field is set', async () => {
    slack.fields.set('U1', { Xf1: { value: 'U7' } })
    expect(await directory().managerOf(team, 'U1')).toBeUndefined()
    expect(slack.calls).toEqual([])
  })

  it('believes who somebody’s manager is for less than a minute, and not once they have changed', async () => {
    const people = directory({}, 'en', 'Xf1')
    slack.fields.set('U1', { Xf1: { value: 'U7' } })
    await people.managerOf(team, 'U1')
    clock.advance(59_999)
    await people.managerOf(team, 'U1')
    expect(slack.called('users.profile.get')).toHaveLength(1)
    people.forgetPerson(team, 'U1')
    await people.managerOf(team, 'U1')
    clock.advance(60_000)
    await people.managerOf(team, 'U1')
    expect(slack.called('users.profile.get')).toHaveLength(3)
  })

  it.each(faults)(
    'knows neither owner nor manager when Slack %s, and asks again next time',
    async (_, fault) => {
      const people = directory({}, 'en', 'Xf1')
      slack.fail('users.lookupByEmail', fault)
      slack.fail('users.profile.get', fault)
      const failed = { code: 'directory_unavailable' }
      await expect(people.findByEmail(team, 'lin.wei@example.com')).rejects.toMatchObject(failed)
      await expect(people.managerOf(team, 'U1')).rejects.toMatchObject(failed)
      expect(await people.findByEmail(team, 'lin.wei@example.com')).toBeUndefined()
      expect(await people.managerOf(team, 'U1')).toBeUndefined()
    },
  )

  it('takes the listed ids for postmasters, and asks Slack nothing', async () => {
    expect(await directory().isPostmaster('U9')).toBe(true)
    expect(await directory().isPostmaster('U1')).toBe(false)
    expect(slack.calls).toEqual([])
  })

  it('takes the members of the user group for postmasters, for less than a minute', async () => {
    slack.groupMembers = ['U1']
    const people = directory({ usergroup: 'S1' })
    expect(await people.isPostmaster('U1')).toBe(true)
    expect(await people.isPostmaster('U2')).toBe(false)
    slack.groupMembers = []
    clock.advance(59_999)
    expect(await people.isPostmaster('U1')).toBe(true)
    clock.advance(1)
    expect(await people.isPostmaster('U1')).toBe(false)
    expect(slack.called('usergroups.users.list')).toHaveLength(2)
  })

  it('takes the members of the channel for postmasters only where that is set', async () => {
    slack.channelMembers = ['U1']
    expect(await directory().isPostmaster('U1')).toBe(false)
    expect(await directory({ userIds: [], channelMembers: true }).isPostmaster('U1')).toBe(true)
    expect(slack.called('conversations.members')).toHaveLength(1)
  })
})

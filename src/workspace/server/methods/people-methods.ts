import { ApiError } from '../api-error.ts'
import type { Json } from '../json.ts'
import { app, type Member, managerField, member, memberByEmail, team, usergroup } from '../team.ts'
import { flagArgument, type Method, textArgument } from './method.ts'

function profileShape(user: Member): Json {
  const [first = '', ...rest] = user.realName.split(' ')
  const mayReadEmail = app.scopes.includes('users:read.email')
  return {
    title: user.title,
    phone: '',
    skype: '',
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.name,
    display_name_normalized: user.name,
    status_text: '',
    status_emoji: '',
    first_name: first,
    last_name: rest.join(' '),
    team: team.id,
    ...(user.email !== undefined && mayReadEmail && { email: user.email }),
    ...(user.role === 'bot' && { api_app_id: app.id, bot_id: app.botId, always_active: true }),
  }
}

function userShape(user: Member, withLocale: boolean): Json {
  return {
    id: user.id,
    team_id: team.id,
    name: user.name,
    deleted: user.deleted === true,
    color: user.color,
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tzLabel,
    tz_offset: user.tzOffset,
    profile: profileShape(user),
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.guest === true,
    is_ultra_restricted: false,
    is_bot: user.role === 'bot',
    is_app_user: false,
    updated: 1_700_000_000,
    is_email_confirmed: user.email !== undefined,
    who_can_share_contact_card: 'EVERYONE',
    ...(withLocale && { locale: user.locale }),
  }
}

const authTest: Method = {
  token: 'bot',
  run: (_args, slack) => ({
    url: `${slack.address()}/`,
    team: team.name,
    user: 'postern',
    team_id: team.id,
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: false,
  }),
}

const usersInfo: Method = {
  token: 'bot',
  scope: 'users:read',
  run(args) {
    const user = member(textArgument(args, 'user'))
    if (user === undefined) throw new ApiError('user_not_found')
    return { user: userShape(user, flagArgument(args, 'include_locale')) }
  },
}

const lookupByEmail: Method = {
  token: 'bot',
  scope: 'users:read.email',
  run(args) {
    const user = memberByEmail(textArgument(args, 'email'))
    if (user === undefined || user.deleted === true) throw new ApiError('users_not_found')
    return { user: userShape(user, false) }
  },
}

const profileGet: Method = {
  token: 'bot',
  scope: 'users.profile:read',
  run(args) {
    const user = member(args.user === undefined ? app.botUser : textArgument(args, 'user'))
    if (user === undefined) throw new ApiError('user_not_found')
    const { manager } = user
    const fields = manager === undefined ? [] : { [managerField]: { value: manager, alt: '' } }
    return { profile: { ...profileShape(user), fields } }
  },
}

const usergroupUsers: Method = {
  token: 'bot',
  scope: 'usergroups:read',
  run(args) {
    if (textArgument(args, 'usergroup') !== usergroup.id) throw new ApiError('no_such_subteam')
    return { users: usergroup.users }
  },
}

const openConnection: Method = {
  token: 'app',
  run(_args, slack) {
    const ticket = slack.issueTicket()
    if (ticket === undefined) throw new ApiError('too_many_websockets')
    const address = slack.address().replace(/^http/, 'ws')
    return { url: `${address}/link/?ticket=${ticket}&app_id=${app.id}` }
  },
}

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'users.lookupByEmail': lookupByEmail,
  'users.profile.get': profileGet,
  'usergroups.users.list': usergroupUsers,
  'apps.connections.open': openConnection,
}

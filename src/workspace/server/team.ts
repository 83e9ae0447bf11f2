/** The one team of the local Slack: the same people, channels and ids at every start. */
export const team = { id: 'T0LOCAL01', name: 'Example', domain: 'example' } as const

interface Command {
  readonly command: string
  readonly description: string
  readonly usageHint: string
}

/** The installed app: Postern, as its manifest describes it. */
export const app = {
  id: 'A0POSTERN1',
  name: 'Postern',
  botId: 'B0POSTERN1',
  botUser: 'U0POSTERN1',
  botToken: 'xoxb-local-postern-bot',
  appToken: 'xapp-local-postern-app',
  signingSecret: 'local-postern-signing-secret',
  verificationToken: 'local-postern-verification',
  scopes: [
    'app_mentions:read',
    'chat:write',
    'commands',
    'groups:history',
    'groups:read',
    'im:history',
    'im:write',
    'usergroups:read',
    'users:read',
    'users:read.email',
    'users.profile:read',
  ] as readonly string[],
  commands: [
    {
      command: '/mail-recover',
      description: 'Get back into your company mailbox',
      usageHint: '[what happened] | help | status | cancel | language en|zh',
    },
  ] as readonly Command[],
} as const

export interface Member {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly title: string
  readonly role: 'employee' | 'postmaster' | 'bot'
  readonly color: string
  readonly email?: string
  /** Whom their profile names as their manager. */
  readonly manager?: string
  readonly locale: string
  readonly tz: string
  readonly tzLabel: string
  readonly tzOffset: number
  /** A guest: single-channel or multi-channel. */
  readonly guest?: boolean
  readonly deleted?: boolean
}

const berlin = { tz: 'Europe/Berlin', tzLabel: 'Central European Time', tzOffset: 3600 }
const shanghai = { tz: 'Asia/Shanghai', tzLabel: 'China Standard Time', tzOffset: 28_800 }

export const members: readonly Member[] = [
  {
    id: 'U0ANNA0001',
    name: 'anna.weber',
    realName: 'Anna Weber',
    title: 'Sales',
    role: 'employee',
    color: '9f69e7',
    email: 'anna.weber@example.com',
    locale: 'en-GB',
    ...berlin,
  },
  {
    id: 'U0LINWEI01',
    name: 'lin.wei',
    realName: '林伟 Lin Wei',
    title: '采购 Purchasing',
    role: 'employee',
    color: '4bbe2e',
    email: 'lin.wei@example.com',
    manager: 'U0ANNA0001',
    locale: 'zh-CN',
    ...shanghai,
  },
  {
    id: 'U0CHENJIE1',
    name: 'chen.jie',
    realName: '陈洁 Chen Jie',
    title: 'Postmaster',
    role: 'postmaster',
    color: 'e7392d',
    email: 'chen.jie@example.com',
    locale: 'zh-CN',
    ...shanghai,
  },
  {
    id: 'U0TOMHALL1',
    name: 'tom.hall',
    realName: 'Tom Hall',
    title: 'Postmaster',
    role: 'postmaster',
    color: '3c989f',
    email: 'tom.hall@example.com',
    locale: 'en-US',
    ...berlin,
  },
  {
    id: 'U0ZHAOMIN1',
    name: 'zhao.min',
    realName: '赵敏 Zhao Min',
    title: 'Security',
    role: 'employee',
    color: '8d4b9c',
    email: 'zhao.min@example.com',
    locale: 'en-GB',
    ...shanghai,
  },
  {
    id: app.botUser,
    name: 'postern',
    realName: app.name,
    title: 'Gets you back into your company mailbox',
    role: 'bot',
    color: '1f3a5f',
    locale: 'en-US',
    ...berlin,
  },
]

export const people = members.filter((member) => member.role !== 'bot')
const postmasters = members.filter((member) => member.role === 'postmaster')

export function member(id: string): Member | undefined {
  return members.find((each) => each.id === id)
}

export function memberByEmail(email: string): Member | undefined {
  return members.find((each) => each.email !== undefined && each.email === email.trim().toLowerCase())
}

/** The company's own profile field, of type user. */
export const managerField = 'Xf0MANAGER1'

/** Who hears of what only its requester could confirm. */
export const securityContact = 'U0ZHAOMIN1'

export const usergroup = {
  id: 'S0POSTMSTR',
  handle: 'postmasters',
  users: postmasters.map((each) => each.id),
} as const

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: 'dm' | 'public' | 'private'
  readonly members: readonly string[]
  /** Shared with another organisation. */
  readonly shared?: boolean
}

export const generalChannel = 'C0GENERAL1'
export const postmasterChannel = 'C0POSTMSTR'

/** The DM of a person with the bot. */
export function dmId(user: string): string {
  return `D${user.slice(1)}`
}

export const channels: readonly Channel[] = [
  {
    id: generalChannel,
    name: 'general',
    kind: 'public',
    members: members.map((each) => each.id),
  },
  {
    id: postmasterChannel,
    name: 'postmaster',
    kind: 'private',
    members: [...usergroup.users, app.botUser],
  },
  ...people.map(
    (each): Channel => ({
      id: dmId(each.id),
      name: app.name,
      kind: 'dm',
      members: [each.id, app.botUser],
    }),
  ),
]

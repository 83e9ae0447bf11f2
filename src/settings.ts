import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { normaliseMailbox } from './desk/normalise-mailbox.ts'
import { EmailTrust } from './desk/policy.ts'
import { readBy } from './desk/read-by.ts'
import { parseHolidays, parseTimeZone, parseWorkingHours } from './desk/working-hours.ts'
import { isAllowedLink } from './guide/allowed-hosts.ts'
import { Language, type Localised } from './language.ts'

/** One setting: what it is for, and where its value comes from. The order is the order of `.env.example`. */
interface Setting {
  readonly is: string
  readonly from: string
}

export const settings = {
  SLACK_BOT_TOKEN: {
    is: 'the bot token, xoxb-…',
    from: 'api.slack.com/apps > your app > OAuth & Permissions',
  },
  SLACK_SIGNING_SECRET: {
    is: 'the secret that proves that requests come from Slack; needed for HTTP only',
    from: 'api.slack.com/apps > your app > Basic Information > App Credentials',
  },
  SLACK_APP_TOKEN: {
    is: 'the app-level token, xapp-…, with connections:write; switches Socket Mode on',
    from: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens',
  },
  SLACK_API_URL: {
    is: 'the Web API of a Slack-compatible server',
    from: 'the server’s documentation; leave it out for Slack itself',
  },
  POSTMASTER_CHANNEL: {
    is: 'the id of the private channel for the postmasters, C… or G…',
    from: 'Slack > the channel > its name > About > Channel ID',
  },
  POSTMASTER_USER_IDS: {
    is: 'who may act on tickets: member ids, comma-separated, or the word channel-members',
    from: 'Slack > a profile > ⋮ > Copy member ID',
  },
  POSTMASTER_USERGROUP: {
    is: 'a user group whose members may act on tickets, S…',
    from: 'Slack > People > User groups > ⋮ > Copy group ID',
  },
  POSTMASTER_LANGUAGE: {
    is: 'the language of the tickets in the postmasters’ channel: en or zh',
    from: 'your choice',
  },
  SECURITY_CONTACT: {
    is: 'who hears of every case that only its requester could confirm: a member id U… or a channel id C… or G…',
    from: 'Slack > a profile > ⋮ > Copy member ID, or the channel > its name > About > Channel ID',
  },
  PRIVILEGED_MAILBOXES: {
    is: 'mailboxes that take two postmasters, comma-separated, * for anything; or the word none',
    from: 'your mail administrator: administrators, finance, executives',
  },
  SLACK_EMAIL_TRUST: {
    is: 'whether addresses in Slack come from your sign-in (sso) or may be the members’ own entry (unverified)',
    from: 'your Slack administrator',
  },
  WORKING_HOURS: {
    is: 'when your postmasters are there, such as mon-fri 09:00-12:00 13:30-18:00, sat 09:00-12:00',
    from: 'your postmasters; leave it out where somebody always is',
  },
  HOLIDAYS: {
    is: 'days on which they are not: dates and ranges 2027-02-06..2027-02-12, comma-separated; +2027-02-20 is an extra working day',
    from: 'your company’s calendar',
  },
  POSTMASTER_TIME_ZONE: {
    is: 'the time zone of WORKING_HOURS and HOLIDAYS, such as Asia/Shanghai',
    from: 'your postmasters',
  },
  AUDIT_KEY: {
    is: 'the key that every line of the audit is chained under, at least 32 characters',
    from: 'openssl rand -hex 32; keep a copy apart from the database, and never change it',
  },
  RETENTION_TEXT_DAYS: {
    is: 'how long what people wrote stays in a ticket after its close, in days',
    from: 'your choice',
  },
  RETENTION_TICKET_DAYS: {
    is: 'how long a closed ticket is kept without its texts, in days from its close',
    from: 'your choice',
  },
  RETENTION_SESSION_DAYS: { is: 'how long a walk is kept after its end, in days', from: 'your choice' },
  RETENTION_AUDIT_DAYS: {
    is: 'how long the audit of a ticket is kept after its last line, in days',
    from: 'your choice',
  },
  ALIAS_DOMAINS: {
    is: 'the mail domains of your company in which the same name is the same person, comma-separated, all of them',
    from: 'your mail administrator; leave it out where there is one domain',
  },
  DATABASE_URL: { is: 'where Postern remembers: sqlite:PATH or sqlite::memory:', from: 'your choice' },
  PORT: { is: 'the one public port, 1 to 65535', from: 'your choice' },
  LOG_LEVEL: { is: 'error, warn, info or debug', from: 'your choice' },
  ALIMAIL_LOGIN_URL: {
    is: 'where your people log in to Alibaba Mail, https',
    from: 'your mail administrator; the address must match your region',
  },
  ALIMAIL_CONSOLE_URL: {
    is: 'the Alibaba Mail console that postmasters use, https',
    from: 'your mail administrator',
  },
  SUPPORT_CONTACT: {
    is: 'whom to ask when Postern cannot help, in a few words; after a | the same in Chinese',
    from: 'your choice',
  },
  DEFAULT_LANGUAGE: {
    is: 'the language for people whose Slack is in neither: en or zh',
    from: 'your choice',
  },
  QR_LOGIN: { is: 'whether logging in by QR code is offered: on or off', from: 'your mail administrator' },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const apiUrl = z.string().refine((text) => {
  const url = parsed(text)
  return url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
}, 'must be an https address (http only on this machine)')

const link = z.string().refine((text) => isAllowedLink(text), 'must be an https address on the allow-list')

const userIds = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((id) => id !== ''))
  .refine(
    (ids) =>
      ids.every((id) => /^[UW][A-Z0-9]{2,20}$/.test(id)) ||
      (ids.length === 1 && ids[0] === 'channel-members'),
    'must be member ids such as U012AB3CD, separated by commas, or the word channel-members alone',
  )

/** Mail domains as they stand in the DNS, in lower case. */
const domains = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((domain) => domain !== ''))
  .transform((all) => all.map((domain) => domainToASCII(domain.normalize('NFKC').toLowerCase())))
  .refine(
    (all) => all.every((domain) => /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/.test(domain)),
    'must be domains such as example.com, separated by commas',
  )

/** Addresses in which `*` stands for anything, normalised. */
const mailboxPatterns = z
  .string()
  .transform((text) => (text.trim() === 'none' ? [] : text.split(/[\s,]+/).filter((each) => each !== '')))
  .transform((all) => all.map(normaliseMailbox))
  .refine(
    (all) => all.every((pattern) => /^[^@\s]+@[^@\s]+$/.test(pattern)),
    'must be addresses such as postmaster@* or *.finance@example.com, separated by commas, or the word none',
  )

const byLanguage = (text: string): string[] => text.split('|').map((words) => words.trim())

/** The value of SUPPORT_CONTACT in each language; without a `|` it is the same in both. */
export function supportContact(setting: string): Localised {
  const [en = setting, zh] = byLanguage(setting)
  return zh === undefined ? { en } : { en, zh }
}

const databaseUrl = z
  .string()
  .refine((url) => !/^postgres(ql)?:/.test(url), 'PostgreSQL is not supported yet; use sqlite:PATH')
  .refine((url) => /^(postgres(ql)?:|sqlite:.+)/.test(url), 'must be sqlite:PATH or sqlite::memory:')

/** A number of days; reopening and checking need a while, whatever is wished for. */
const days = (least: number, usual: number) => {
  const range = `must be ${least} to 3650`
  return z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, range)
    .max(3650, range)
    .default(usual)
}

/** The environment as Postern reads it; an empty value counts as left out. Keys are those of `settings`. */
export const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{6,}$/, 'must begin with xoxb-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, 'is too short').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{6,}$/, 'must begin with xapp-')
    .optional(),
  SLACK_API_URL: apiUrl.default('https://slack.com/api/'),
  POSTMASTER_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,20}$/, 'must be a channel id such as C012AB3CD')
    .optional(),
  POSTMASTER_USER_IDS: userIds.default([]),
  POSTMASTER_USERGROUP: z
    .string()
    .regex(/^S[A-Z0-9]{2,20}$/, 'must be a user group id such as S012AB3CD')
    .optional(),
  POSTMASTER_LANGUAGE: z.enum(Language.options, 'must be en or zh').default('en'),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^[UWCG][A-Z0-9]{2,20}$/,
      'must be a member id such as U012AB3CD or a channel id such as C012AB3CD',
    )
    .optional(),
  PRIVILEGED_MAILBOXES: mailboxPatterns.default(['postmaster@*', 'admin@*', 'administrator@*']),
  SLACK_EMAIL_TRUST: z.enum(EmailTrust.options, 'must be sso or unverified').default('unverified'),
  WORKING_HOURS: readBy(parseWorkingHours).optional(),
  HOLIDAYS: readBy(parseHolidays).optional(),
  POSTMASTER_TIME_ZONE: readBy(parseTimeZone).optional(),
  AUDIT_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  RETENTION_TEXT_DAYS: days(8, 30),
  RETENTION_TICKET_DAYS: days(8, 180),
  RETENTION_SESSION_DAYS: days(1, 30),
  RETENTION_AUDIT_DAYS: days(90, 400),
  ALIAS_DOMAINS: domains.default([]),
  DATABASE_URL: databaseUrl.default('sqlite:data/postern.db'),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 65535')
    .max(65_535, 'must be 1 to 65535')
    .default(3000),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug').default('info'),
  ALIMAIL_LOGIN_URL: link.default('https://qiye.aliyun.com/'),
  ALIMAIL_CONSOLE_URL: link.default('https://mail.console.aliyun.com'),
  SUPPORT_CONTACT: z
    .string()
    .max(200, 'must be at most 200 characters')
    .refine(
      (text) => byLanguage(text).every((words) => words !== '') && byLanguage(text).length <= 2,
      'must be words, or English words, a | and Chinese words',
    )
    .default('your IT service desk | IT 服务台'),
  DEFAULT_LANGUAGE: z.enum(Language.options, 'must be en or zh').default('en'),
  QR_LOGIN: z.enum(['on', 'off'], 'must be on or off').default('on'),
} satisfies Record<SettingName, z.ZodType>)
export type Environment = z.infer<typeof Environment>

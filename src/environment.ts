import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { normaliseMailbox } from './desk/normalise-mailbox.ts'
import { EmailTrust } from './desk/policy.ts'
import { readBy } from './desk/read-by.ts'
import { parseHolidays, parseTimeZone, parseWorkingHours } from './desk/working-hours.ts'
import { isAllowedLink } from './guide/allowed-hosts.ts'
import { Language, type Localised } from './language.ts'
import type { SettingName } from './settings.ts'

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
  MANAGER_FIELD: z
    .string()
    .regex(/^Xf[A-Z0-9]{2,20}$/, 'must be the id of a profile field such as Xf012AB3CD')
    .optional(),
  PRIVILEGED_MAILBOXES: mailboxPatterns.default(['postmaster@*', 'admin@*', 'administrator@*']),
  REQUESTS_PER_DAY: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 1000')
    .max(1000, 'must be 1 to 1000')
    .default(3),
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

import { config as readEnvFile } from 'dotenv'
import type { z } from 'zod'
import type { DeskPolicy } from './desk/policy.ts'
import { Environment, supportContact } from './environment.ts'
import type { Language, Localised } from './language.ts'
import { type SettingName, settings } from './settings.ts'

/** How Postern reaches Slack: its own local one, or a real one by Socket Mode or HTTP. */
export type SlackConfig =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'slack'
      readonly botToken: string
      readonly apiUrl: string
      readonly transport:
        | { readonly kind: 'socket'; readonly appToken: string }
        | { readonly kind: 'http'; readonly signingSecret: string }
      readonly postmasters: {
        readonly channel: string
        readonly userIds: readonly string[]
        readonly usergroup?: string
        readonly channelMembers: boolean
      }
      /** The user or channel that hears of cases which only their requester could confirm. */
      readonly securityContact: string
      /** The profile field that names a person's manager. */
      readonly managerField?: string
    }

export interface Config {
  readonly slack: SlackConfig
  readonly databaseUrl: string
  /** Under which the audit is chained; set wherever Slack is. The local Slack has one of its own. */
  readonly auditKey?: string
  /** How long records are kept, in ms. */
  readonly retention: {
    readonly textMs: number
    readonly ticketMs: number
    readonly sessionMs: number
    readonly auditMs: number
  }
  readonly port: number
  readonly logLevel: Environment['LOG_LEVEL']
  /** For people whose Slack is in a language that Postern does not speak. */
  readonly defaultLanguage: Language
  /** Of the tickets in the postmasters' channel. */
  readonly postmasterLanguage: Language
  readonly policy: DeskPolicy
  readonly guide: {
    readonly loginUrl: string
    readonly consoleUrl: string
    readonly supportContact: Localised
    readonly qrLogin: boolean
  }
}

/** Any of these means: connect to a real Slack. */
const credentials = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const

/** A setting that is missing or wrong, in words that never hold its value. */
interface ConfigProblem {
  readonly setting: SettingName
  readonly problem: string
}

/** The settings cannot be used as they are; the message lists each with what is wrong and where to get it. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(describe(problems))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

function describe(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ setting, problem }) => {
    const { is, from } = settings[setting]
    return `  ${setting}: ${problem}\n    It is ${is}.\n    Get it from: ${from}.`
  })
  return [
    'Postern cannot start with these settings:',
    ...lines,
    'Set them in the environment or in a file named .env (see .env.example).',
    'To try Postern without Slack, remove SLACK_BOT_TOKEN, SLACK_APP_TOKEN and SLACK_SIGNING_SECRET and run npm start.',
  ].join('\n')
}

/** Which settings a connection to Slack needs besides the ones that are there. */
function missing(has: (name: SettingName) => boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  if (!has('SLACK_BOT_TOKEN')) problems.push({ setting: 'SLACK_BOT_TOKEN', problem: 'is missing' })
  if (!has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    problems.push(
      { setting: 'SLACK_APP_TOKEN', problem: 'is missing (set it for Socket Mode, the simplest way)' },
      {
        setting: 'SLACK_SIGNING_SECRET',
        problem: 'is missing (set it instead if Slack is to call you over HTTP)',
      },
    )
  }
  if (!has('POSTMASTER_CHANNEL')) problems.push({ setting: 'POSTMASTER_CHANNEL', problem: 'is missing' })
  if (!has('POSTMASTER_USER_IDS') && !has('POSTMASTER_USERGROUP')) {
    problems.push({ setting: 'POSTMASTER_USER_IDS', problem: 'is missing (or set POSTMASTER_USERGROUP)' })
  }
  if (!has('SECURITY_CONTACT')) problems.push({ setting: 'SECURITY_CONTACT', problem: 'is missing' })
  if (!has('AUDIT_KEY')) problems.push({ setting: 'AUDIT_KEY', problem: 'is missing' })
  return problems
}

/** Who may act, by membership of the channel alone or by list and group: where both stood, the wider one would decide. */
function ambiguous(env: Environment): ConfigProblem[] {
  const byChannel = env.POSTMASTER_USER_IDS[0] === 'channel-members'
  if (!byChannel || env.POSTMASTER_USERGROUP === undefined) return []
  return [
    { setting: 'POSTMASTER_USERGROUP', problem: 'cannot stand beside POSTMASTER_USER_IDS=channel-members' },
  ]
}

/** Hours say nothing without the zone that their clock is in, nor holidays without hours. */
function incomplete(env: Environment): ConfigProblem[] {
  const { WORKING_HOURS: hours, HOLIDAYS: holidays, POSTMASTER_TIME_ZONE: zone } = env
  if (hours !== undefined)
    return zone === undefined
      ? [{ setting: 'POSTMASTER_TIME_ZONE', problem: 'is missing beside WORKING_HOURS' }]
      : []
  return holidays === undefined ? [] : [{ setting: 'WORKING_HOURS', problem: 'is missing beside HOLIDAYS' }]
}

function workingHours(env: Environment): Pick<DeskPolicy, 'workingHours'> {
  const { WORKING_HOURS: week, HOLIDAYS: holidays, POSTMASTER_TIME_ZONE: timeZone } = env
  if (week === undefined || timeZone === undefined) return {}
  const none = { off: new Set<string>(), extra: new Set<string>() }
  return { workingHours: { timeZone, week, holidays: holidays ?? none } }
}

function malformed(error: z.ZodError): ConfigProblem[] {
  const first = new Map<SettingName, string>()
  for (const issue of error.issues) {
    const name = Object.keys(settings).find((each): each is SettingName => each === issue.path[0])
    if (name !== undefined && !first.has(name)) first.set(name, issue.message)
  }
  return [...first].map(([setting, problem]) => ({ setting, problem }))
}

const dayMs = 24 * 3_600_000

function retention(env: Environment): Config['retention'] {
  return {
    textMs: env.RETENTION_TEXT_DAYS * dayMs,
    ticketMs: env.RETENTION_TICKET_DAYS * dayMs,
    sessionMs: env.RETENTION_SESSION_DAYS * dayMs,
    auditMs: env.RETENTION_AUDIT_DAYS * dayMs,
  }
}

function slackConfig(env: Environment): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env
  const transport =
    appToken !== undefined
      ? ({ kind: 'socket', appToken } as const)
      : signingSecret !== undefined
        ? ({ kind: 'http', signingSecret } as const)
        : undefined
  const { POSTMASTER_CHANNEL: channel, SECURITY_CONTACT: securityContact } = env
  if (botToken === undefined || transport === undefined) return { kind: 'local' }
  if (channel === undefined || securityContact === undefined) return { kind: 'local' }
  const channelMembers = env.POSTMASTER_USER_IDS[0] === 'channel-members'
  return {
    kind: 'slack',
    botToken,
    apiUrl: env.SLACK_API_URL,
    transport,
    postmasters: {
      channel,
      userIds: channelMembers ? [] : env.POSTMASTER_USER_IDS,
      ...(env.POSTMASTER_USERGROUP !== undefined && { usergroup: env.POSTMASTER_USERGROUP }),
      channelMembers,
    },
    securityContact,
    ...(env.MANAGER_FIELD !== undefined && { managerField: env.MANAGER_FIELD }),
  }
}

/** Environment to Config; throws ConfigError with every problem at once. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings).map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const connects = credentials.some((name) => given[name] !== undefined)
  const absent = connects ? missing((name) => given[name] !== undefined) : []
  const result = Environment.safeParse(given)
  const wrong = result.success
    ? [...ambiguous(result.data), ...incomplete(result.data)]
    : malformed(result.error)
  const problems = [...wrong, ...absent]
  if (!result.success || problems.length > 0) throw new ConfigError(problems)
  const env = result.data
  return Object.freeze({
    slack: slackConfig(env),
    databaseUrl: env.DATABASE_URL,
    ...(env.AUDIT_KEY !== undefined && { auditKey: env.AUDIT_KEY }),
    retention: retention(env),
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    defaultLanguage: env.DEFAULT_LANGUAGE,
    postmasterLanguage: env.POSTMASTER_LANGUAGE,
    policy: {
      aliasDomains: env.ALIAS_DOMAINS,
      privilegedMailboxes: env.PRIVILEGED_MAILBOXES,
      emailTrust: env.SLACK_EMAIL_TRUST,
      requestsPerDay: env.REQUESTS_PER_DAY,
      ...workingHours(env),
    },
    guide: {
      loginUrl: env.ALIMAIL_LOGIN_URL,
      consoleUrl: env.ALIMAIL_CONSOLE_URL,
      supportContact: supportContact(env.SUPPORT_CONTACT),
      qrLogin: env.QR_LOGIN === 'on',
    },
  })
}

/** Reads `.env` beside the process (the environment wins) and the environment. */
export function loadConfig(): Config {
  const fromFile: Record<string, string> = {}
  readEnvFile({ quiet: true, processEnv: fromFile })
  return parseConfig({ ...fromFile, ...process.env })
}

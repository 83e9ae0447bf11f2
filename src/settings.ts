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
  MANAGER_FIELD: {
    is: 'the profile field that names a person’s manager, Xf…: managers then hear before the security contact',
    from: 'a call of Slack’s team.profile.get; leave it out where profiles name no manager',
  },
  PRIVILEGED_MAILBOXES: {
    is: 'mailboxes that take two postmasters, comma-separated, * for anything; or the word none',
    from: 'your mail administrator: administrators, finance, executives',
  },
  REQUESTS_PER_DAY: {
    is: 'how many tickets one person may open within 24 hours, 1 to 1000',
    from: 'your choice',
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

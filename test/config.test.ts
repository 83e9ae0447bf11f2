import fc from 'fast-check'
import { ConfigError, parseConfig } from '../src/config.ts'
import { type SettingName, settings } from '../src/settings.ts'

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-1234567890',
  SLACK_APP_TOKEN: 'xapp-1234567890',
  POSTMASTER_CHANNEL: 'C012AB3CD',
  POSTMASTER_USER_IDS: 'U012AB3CD, U012AB3CE',
  SECURITY_CONTACT: 'U012AB3CF',
  AUDIT_KEY: 'k'.repeat(32),
}

function problemsOf(environment: Record<string, string>): readonly SettingName[] {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ setting }) => setting)
    throw error
  }
}

describe('parseConfig', () => {
  it('starts the local Slack when no credential is set', () => {
    expect(parseConfig({ POSTMASTER_CHANNEL: 'C012AB3CD' }).slack).toEqual({ kind: 'local' })
  })

  it('uses Socket Mode when an app token is set', () => {
    expect(parseConfig(complete).slack).toMatchObject({
      kind: 'slack',
      transport: { kind: 'socket' },
      postmasters: { userIds: ['U012AB3CD', 'U012AB3CE'], channelMembers: false },
    })
  })

  it('uses HTTP when only a signing secret is set', () => {
    const { SLACK_APP_TOKEN: _, ...rest } = complete
    const config = parseConfig({ ...rest, SLACK_SIGNING_SECRET: '0123456789abcdef' })
    expect(config.slack).toMatchObject({ transport: { kind: 'http', signingSecret: '0123456789abcdef' } })
  })

  it('lets the members of the channel act only when the setting says so', () => {
    expect(parseConfig({ ...complete, POSTMASTER_USER_IDS: 'channel-members' }).slack).toMatchObject({
      postmasters: { userIds: [], channelMembers: true },
    })
    expect(problemsOf({ ...complete, POSTMASTER_USER_IDS: 'channel-members,U012AB3CD' })).toEqual([
      'POSTMASTER_USER_IDS',
    ])
    const both = { POSTMASTER_USER_IDS: 'channel-members', POSTMASTER_USERGROUP: 'S012AB3CD' }
    expect(problemsOf({ ...complete, ...both })).toEqual(['POSTMASTER_USERGROUP'])
  })

  it('reads when the postmasters are there, and wants to know in which time zone', () => {
    const hours = { WORKING_HOURS: 'mon 09:00-18:00', POSTMASTER_TIME_ZONE: 'Asia/Shanghai' }
    expect(parseConfig({ ...hours, HOLIDAYS: '2026-12-25' }).policy.workingHours).toMatchObject({
      timeZone: 'Asia/Shanghai',
      holidays: { off: new Set(['2026-12-25']) },
    })
    expect(parseConfig(hours).policy.workingHours?.holidays.off.size).toBe(0)
    expect(parseConfig({ POSTMASTER_TIME_ZONE: 'UTC' }).policy).not.toHaveProperty('workingHours')
    expect(problemsOf({ WORKING_HOURS: 'mon 09:00-18:00' })).toEqual(['POSTMASTER_TIME_ZONE'])
    expect(problemsOf({ HOLIDAYS: '2026-12-25' })).toEqual(['WORKING_HOURS'])
    const wrong = { WORKING_HOURS: 'always', HOLIDAYS: 'none', POSTMASTER_TIME_ZONE: 'Shanghai' }
    expect(problemsOf(wrong)).toEqual(['WORKING_HOURS', 'HOLIDAYS', 'POSTMASTER_TIME_ZONE'])
  })

  it('reads the company’s mail domains as the DNS writes them', () => {
    const domains = (setting: string) => parseConfig({ ALIAS_DOMAINS: setting }).policy.aliasDomains
    expect(domains('Example.com, 例子.公司')).toEqual(['example.com', 'xn--fsqu00a.xn--55qx5d'])
    expect(parseConfig({}).policy.aliasDomains).toEqual([])
    for (const wrong of ['example', 'lin@example.com', 'https://example.com', 'exa mple.com']) {
      expect(problemsOf({ ALIAS_DOMAINS: wrong })).toEqual(['ALIAS_DOMAINS'])
    }
  })

  it('reads the mailboxes that take two postmasters, and none only where it says so', () => {
    const patterns = (setting: string) =>
      parseConfig({ PRIVILEGED_MAILBOXES: setting }).policy.privilegedMailboxes
    expect(patterns('Postmaster@*, *.ceo@例子.公司')).toEqual([
      'postmaster@*',
      '*.ceo@xn--fsqu00a.xn--55qx5d',
    ])
    expect(patterns('none')).toEqual([])
    expect(parseConfig({}).policy.privilegedMailboxes).toContain('admin@*')
  })

  it('names everything that is missing at once', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1234567890' })).toEqual([
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'POSTMASTER_CHANNEL',
      'POSTMASTER_USER_IDS',
      'SECURITY_CONTACT',
      'AUDIT_KEY',
    ])
  })

  it('names what is malformed beside what is missing', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'nonsense' })).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'POSTMASTER_CHANNEL',
      'POSTMASTER_USER_IDS',
      'SECURITY_CONTACT',
      'AUDIT_KEY',
    ])
  })

  it.each([
    ['SLACK_API_URL', 'http://example.com/api/'],
    ['SLACK_API_URL', 'ftp://127.0.0.1/'],
    ['DATABASE_URL', 'postgres://localhost/postern'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['SECURITY_CONTACT', '@security'],
    ['MANAGER_FIELD', 'Manager'],
    ['PRIVILEGED_MAILBOXES', 'postmaster'],
    ['PRIVILEGED_MAILBOXES', 'none, admin@*'],
    ['SLACK_EMAIL_TRUST', 'yes'],
    ['REQUESTS_PER_DAY', '0'],
    ['REQUESTS_PER_DAY', '1001'],
    ['AUDIT_KEY', 'k'.repeat(31)],
    ['RETENTION_TEXT_DAYS', '7'],
    ['RETENTION_TICKET_DAYS', '3651'],
    ['RETENTION_SESSION_DAYS', '0'],
    ['RETENTION_AUDIT_DAYS', '89'],
    ['RETENTION_AUDIT_DAYS', 'forever'],
    ['PORT', '0'],
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['LOG_LEVEL', 'chatty'],
    ['ALIMAIL_LOGIN_URL', 'https://evil.example.com/'],
    ['ALIMAIL_LOGIN_URL', 'http://qiye.aliyun.com/'],
    ['ALIMAIL_CONSOLE_URL', 'https://mail.console.aliyun.com.evil.example/'],
    ['POSTMASTER_CHANNEL', '#postmaster'],
    ['POSTMASTER_USERGROUP', '@postmasters'],
    ['QR_LOGIN', 'yes'],
    ['DEFAULT_LANGUAGE', 'fr'],
    ['POSTMASTER_LANGUAGE', 'fr'],
    ['SUPPORT_CONTACT', 'the IT desk |'],
    ['SUPPORT_CONTACT', 'one | two | three'],
  ] as const)('refuses %s=%s', (name, value) => {
    expect(problemsOf({ ...complete, [name]: value })).toEqual([name])
  })

  it('refuses Slack without a key for the audit, and needs none for the local one', () => {
    const { AUDIT_KEY: _, ...rest } = complete
    expect(problemsOf(rest)).toEqual(['AUDIT_KEY'])
    expect(parseConfig({}).auditKey).toBeUndefined()
    expect(parseConfig(complete).auditKey).toBe(complete.AUDIT_KEY)
  })

  it('keeps texts 30 days, tickets 180, sessions 30 and the audit 400 where nothing else is said', () => {
    const days = (count: number): number => count * 86_400_000
    const limits = { textMs: days(30), ticketMs: days(180), sessionMs: days(30), auditMs: days(400) }
    expect(parseConfig({}).retention).toEqual(limits)
    expect(parseConfig({ RETENTION_AUDIT_DAYS: '90' }).retention).toEqual({ ...limits, auditMs: days(90) })
  })

  it('takes a plain http address for a server on this machine', () => {
    expect(problemsOf({ ...complete, SLACK_API_URL: 'http://127.0.0.1:4000/api/' })).toEqual([])
  })

  it.each([
    ['the IT desk | IT 服务台', { en: 'the IT desk', zh: 'IT 服务台' }],
    ['ext. 4711', { en: 'ext. 4711' }],
    ['', { en: 'your IT service desk', zh: 'IT 服务台' }],
  ])('reads the support contact "%s" by language', (value, contact) => {
    expect(parseConfig({ SUPPORT_CONTACT: value }).guide.supportContact).toEqual(contact)
  })

  it('counts an empty value as left out', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', PORT: '' }).port).toBe(3000)
  })

  it.each([
    ['99999', /PORT: must be 1 to 65535\n/],
    ['0', /PORT: must be 1 to 65535\n/],
    ['80.5', /PORT: must be a whole number\n/],
    ['http', /PORT: must be a number\n/],
  ])('says what is wrong with PORT=%s', (PORT, words) => {
    expect(() => parseConfig({ PORT })).toThrow(words)
  })

  it('says where to get each setting, and never a value', () => {
    const names = Object.keys(settings)
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.stringMatching(/^secret-[a-z0-9]{12}$/)),
        (environment) => {
          try {
            parseConfig(environment)
          } catch (error) {
            if (!(error instanceof ConfigError)) throw error
            for (const { setting } of error.problems) expect(error.message).toContain(settings[setting].from)
            expect(error.message).not.toMatch(/secret-[a-z0-9]{12}/)
          }
        },
      ),
    )
  })
})

import type { Place } from '../../src/guide/guide.ts'
import type { Language } from '../../src/language.ts'

/** One line of the source document that a person could ask about, and where Postern takes them. */
export interface CoverageRow {
  readonly number: string
  /** The line, in short. */
  readonly source: string
  /** What the person types; left out, they press `menu` instead. */
  readonly says?: Readonly<Record<Language, string>>
  /** A few bare words, about which Postern may ask back. */
  readonly isQuery?: boolean
  /** The button of the menu of situations they press. */
  readonly menu?: string
  /** The choices they then press, by id. */
  readonly presses: readonly string[]
  readonly ends: Place
  /** What the card, or the ticket made from it, must say there. */
  readonly facts: readonly string[]
}

const at = (flow: string, node: string): Place => ({ flow, node })

const questions: readonly CoverageRow[] = [
  {
    number: 'Q1',
    source: 'How do I reset my password if I forgot it?',
    says: { en: 'How do I reset my password if I forgot it?', zh: '忘记密码了怎么重置？' },
    presses: [],
    ends: at('forgot_password', 'have'),
    facts: ['secure phone', 'security answers'],
  },
  {
    number: 'Q2',
    source: 'My account is locked after too many failed attempts, how to unlock?',
    says: {
      en: 'My account is locked after too many failed attempts — how to unlock?',
      zh: '密码输错太多次，账号被锁定了，怎么解锁？',
    },
    presses: [],
    ends: at('account_locked', 'stop_tries'),
    facts: ['one hour after the last try', 'Close Outlook'],
  },
  {
    number: 'Q3',
    source: "Can't log in due to two-factor verification failure",
    says: { en: "Can't log in due to two-factor verification failure", zh: '双重验证失败，登录不了' },
    presses: [],
    ends: at('two_factor_failure', 'which'),
    facts: ['A code by text message', 'A code from an app'],
  },
]

const branches: readonly CoverageRow[] = [
  {
    number: 'B1',
    source: 'forgot the password and cannot answer the security questions (no phone either)',
    menu: 'forgot_password',
    presses: ['none'],
    ends: at('forgot_password', 'no_way'),
    facts: ['reset your password and your security settings', 'Edit Account > Reset Password'],
  },
  {
    number: 'B2',
    source: '"Too many password errors", temporarily locked',
    menu: 'which_path',
    presses: ['locked', 'closed'],
    ends: at('account_locked', 'wait'),
    facts: ['one hour from the last try'],
  },
  {
    number: 'B3',
    source: 'app installed and logged in, code-scanning entry on the log-in page',
    menu: 'which_path',
    presses: ['wrong', 'app'],
    ends: at('qr_login', 'scan'),
    facts: ['Scan code to log in', 'code-scanning entry'],
  },
  {
    number: 'B4',
    source: 'otherwise: start with the self-service reset',
    menu: 'which_path',
    presses: ['wrong', 'phone'],
    ends: at('forgot_password', 'sms'),
    facts: ['Forgot Password'],
  },
]

const paths: readonly CoverageRow[] = [
  {
    number: 'P1',
    source: 'Forgot Password: SMS code to the secure phone, or security questions',
    menu: 'forgot_password',
    presses: ['phone'],
    ends: at('forgot_password', 'sms'),
    facts: ['SMS verification code on your secure mobile', 'Send SMS', 'Verification Code', 'five minutes'],
  },
  {
    number: 'P2',
    source: 'Unlock: by itself after 1 hour, or at once by a postmaster under Employee Accounts',
    menu: 'account_locked',
    presses: ['closed', 'urgent'],
    ends: at('account_locked', 'unlock'),
    facts: ['Employee Accounts', 'Action > Unlock', 'https://mail.console.aliyun.com', 'as postmaster'],
  },
  {
    number: 'P3',
    source: 'Scan code to log in: app installed, updated and logged in; the code lasts 5 minutes',
    menu: 'qr_login',
    presses: ['yes'],
    ends: at('qr_login', 'scan'),
    facts: ['Alibaba Mail app', 'five minutes', 'Scan code to log in'],
  },
]

const faq: readonly CoverageRow[] = [
  {
    number: 'F1',
    source: 'Which path should I start with?',
    says: { en: 'Which path should I start with?', zh: '我应该先用哪种方式？' },
    presses: [],
    ends: at('which_path', 'page'),
    facts: ['Too many password errors', 'Incorrect username or password'],
  },
  {
    number: 'F2',
    source: 'What if I have no secure phone and no security questions set up?',
    says: {
      en: "What if I don't have a secure phone number or security questions set up?",
      zh: '没有设置安全手机和安全问题怎么办？',
    },
    presses: ['nowhere'],
    ends: at('no_recovery_options', 'reset'),
    facts: ['Only a postmaster', 'Reset Password'],
  },
  {
    number: 'F3',
    source: 'What if my account is locked but I try to log in by QR code?',
    says: {
      en: 'What if my account is locked due to Too many password errors, but I try to use the QR code login instead?',
      zh: '账号因密码错误过多被锁定，改用扫码登录可以吗？',
    },
    presses: [],
    ends: at('account_locked', 'stop_tries'),
    facts: ['until then a QR code may not work either', 'one hour after the last try'],
  },
  {
    number: 'F4',
    source: 'Can I reset my own password in the console if I am not an admin?',
    says: {
      en: "Can I use the Alibaba Mail console to reset my own password if I'm not an admin?",
      zh: '我不是管理员，可以用控制台重置自己的密码吗？',
    },
    presses: ['own'],
    ends: at('admin_console_access', 'not_for_you'),
    facts: ['postmasters only', 'Forgot Password'],
  },
  {
    number: 'F5',
    source: 'What happens if I scan the QR code after 5 minutes?',
    says: { en: 'What happens if I scan the QR code after 5 minutes?', zh: '二维码超过5分钟再扫会怎样？' },
    presses: [],
    ends: at('qr_expired', 'refresh'),
    facts: ['expires after about five minutes', 'Refresh the log-in page'],
  },
  {
    number: 'F6',
    source: 'I lost my secure phone and forgot the security answers: any way back?',
    says: {
      en: 'Is there any way to recover my account if I lost access to my secure phone number and forgot security answers?',
      zh: '安全手机丢了，安全问题的答案也忘了，还能找回账号吗？',
    },
    presses: ['nowhere'],
    ends: at('no_recovery_options', 'reset'),
    facts: ['check that it is you', 'security settings'],
  },
]

function related(number: string, en: string, zh: string, ends: Place, ...facts: string[]): CoverageRow {
  return { number, source: en, says: { en, zh }, isQuery: true, presses: [], ends, facts }
}

const queries: readonly CoverageRow[] = [
  related(
    'R1',
    'recover mailbox access',
    '恢复邮箱访问',
    at('which_path', 'page'),
    'What does the log-in page say?',
  ),
  related('R2', 'reset email password', '重置邮箱密码', at('forgot_password', 'have'), 'reset your password'),
  related(
    'R3',
    'unlock locked email account',
    '解锁被锁定的邮箱账号',
    at('account_locked', 'stop_tries'),
    'locked',
  ),
  related('R4', "can't log in to Alibaba Mail", '登录不了阿里邮箱', at('which_path', 'page'), 'log-in page'),
  related(
    'R5',
    'forgot password Alibaba Mail',
    '阿里邮箱忘记密码',
    at('forgot_password', 'have'),
    'password',
  ),
  related(
    'R6',
    'account locked after failed attempts',
    '多次输错后账号被锁',
    at('account_locked', 'stop_tries'),
    'opens again by itself',
  ),
  related('R7', 'two-factor auth failure', '双重验证失败', at('two_factor_failure', 'which'), 'second proof'),
  related(
    'R8',
    'security question recovery',
    '用安全问题找回',
    at('security_questions', 'what'),
    'I want to use them',
    'I forgot the answers',
  ),
  related(
    'R9',
    'secure phone number verification',
    '安全手机号码验证',
    at('sms_code_not_received', 'check'),
    'secure phone',
  ),
  related('R10', 'scan QR code to log in', '扫码登录', at('qr_login', 'ready'), 'without a password'),
  related('R11', 'Alibaba Mail app', '阿里邮箱 App', at('qr_login', 'ready'), 'Alibaba Mail app'),
]

/** The 27 lines: typical questions, branches, paths, FAQ, related queries. */
export const coverageRows: readonly CoverageRow[] = [...questions, ...branches, ...paths, ...faq, ...queries]

/** What the test of a row is called. */
export function testName(row: CoverageRow): string {
  return `${row.number}: ${row.source}`
}

/** The rows as they stand in docs/coverage.md. */
export function coverageTable(rows: readonly CoverageRow[]): string {
  const lines = rows.map((row) => {
    const first = row.says === undefined ? `menu: \`${row.menu}\`` : `“${row.says.en}” · “${row.says.zh}”`
    const steps = [first, ...row.presses.map((press) => `\`${press}\``)].join(' → ')
    return `| ${row.number} | ${row.source} | ${steps} | \`${row.ends.flow}/${row.ends.node}\` |`
  })
  return [
    '| no. | the source document says | the person says or presses | it ends at |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n')
}

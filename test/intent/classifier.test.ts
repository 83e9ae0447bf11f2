import { createClassifier } from '../../src/intent/classifier.ts'
import type { IntentId } from '../../src/intent/intent-id.ts'
import { trainModel } from '../../src/intent/train.ts'
import { shippedArtefact } from '../support/shipped-examples.ts'
import { expectWhole } from './expect-whole.ts'

const classifier = createClassifier(shippedArtefact())

/** None of these is an utterance. */
const clear: readonly (readonly [IntentId, string])[] = [
  ['forgot_password', 'sorry, the password to my mailbox has completely slipped my mind'],
  ['forgot_password', '不记得邮箱的密码了，能帮我重新设一个吗'],
  ['account_locked', 'typed it wrong too often, now my mail account is locked, unlock please'],
  ['account_locked', '密码错误太多次，邮箱锁住了，请解锁'],
  ['two_factor_failure', 'the authenticator code is refused after I enter my password'],
  ['two_factor_failure', '换手机之后身份验证器的动态码不对'],
  ['sms_code_not_received', 'pressed send sms three times but there is no text on my phone'],
  ['sms_code_not_received', '点了发送，可是手机一直收不到短信'],
  ['security_questions', 'none of my answers to the security questions are accepted'],
  ['security_questions', '密保问题的答案我全忘记了'],
  ['lost_secure_phone', 'I have another phone number now and the old one was cancelled'],
  ['lost_secure_phone', '手机号换了，旧号已经注销'],
  ['no_recovery_options', 'there is neither a phone nor security questions set up on my account'],
  ['no_recovery_options', '手机没绑，密保也没设，怎么找回'],
  ['qr_login', 'how can I log in by scanning the code with the app'],
  ['qr_login', '怎么用手机扫码登录网页邮箱'],
  ['qr_login', 'Alibaba Mail app'],
  ['qr_expired', 'the qr code on the page says expired when I scan it'],
  ['qr_expired', '扫码的时候提示二维码已经过期'],
  ['admin_console_access', 'I am the postmaster, where can I unlock an employee in the console'],
  ['admin_console_access', '我是管理员，在控制台哪里给员工重置密码'],
  ['talk_to_human', 'please let me talk to a person'],
  ['talk_to_human', '帮我转人工客服'],
  ['case_status', 'is there any news about my ticket'],
  ['case_status', '我的工单处理得怎么样了'],
  ['account_compromised', 'somebody got into my mailbox, I think it was hacked'],
  ['account_compromised', '邮箱好像被盗了，有人用它发邮件'],
  ['greeting', 'good evening'],
  ['thanks_goodbye', 'thank you, bye'],
  ['which_path', 'I cannot log in to my mailbox and do not know why'],
  ['which_path', '邮箱登录不上，不知道怎么回事'],
]

const outOfScope: readonly string[] = [
  'my vpn password expired',
  'the printer on the third floor has a paper jam',
  'how many people live in Iceland',
  'I would like to order two sandwiches',
  'my boss wants to know the sales figures',
  'the elevator is stuck',
  'which train goes to Hangzhou',
  'please translate this contract',
  'give me the password of my girlfriend',
  'SAP says my user is locked',
  'zzzz qqqq',
  '🙃🙃🙃',
  '',
  'Это не работает',
  '钉钉密码不记得了',
  '电梯坏了',
  '中午去哪里吃饭',
  '怎么看老板的邮件',
  '发票什么时候开',
]

const sourceRows: readonly (readonly [IntentId, string])[] = [
  ['forgot_password', 'How do I reset my password if I forgot it?'],
  ['account_locked', 'My account is locked after too many failed attempts — how to unlock?'],
  ['two_factor_failure', "Can't log in due to two-factor verification failure"],
  ['which_path', 'recover mailbox access'],
  ['forgot_password', 'reset email password'],
  ['account_locked', 'unlock locked email account'],
  ['which_path', "can't log in to Alibaba Mail"],
  ['forgot_password', 'forgot password Alibaba Mail'],
  ['account_locked', 'account locked after failed attempts'],
  ['two_factor_failure', 'two-factor auth failure'],
  ['security_questions', 'security question recovery'],
  ['sms_code_not_received', 'secure phone number verification'],
  ['qr_login', 'scan QR code to log in'],
]

describe('createClassifier', () => {
  it.each(sourceRows)('takes %s from the source document: %s', (intent, text) => {
    expect(classifier.understand(text).decision).toEqual({ kind: 'accept', intent })
  })

  it.each(clear)('puts %s first for: %s', (intent, text) => {
    const { intent: best, decision } = classifier.understand(text)
    expect(best).toBe(intent)
    expect(decision.kind).not.toBe('fallback')
  })

  it.each(outOfScope)('never guesses on: %s', (text) => {
    expect(classifier.understand(text).decision).toEqual({ kind: 'fallback' })
  })

  it('is sure of what is for us and not of what is not', () => {
    const lowest = Math.min(...sourceRows.map(([, text]) => classifier.understand(text).confidence))
    const highest = Math.max(...outOfScope.map((text) => classifier.understand(text).confidence))
    expect(lowest).toBeGreaterThan(highest)
  })

  it('names the words that decided, and the rule if one did', () => {
    const { evidence, rule } = classifier.understand('my account is locked')
    expect(evidence[0]?.word).toBe('locked')
    expect(rule).toBeUndefined()
    expect(classifier.understand('hello').rule).toBe('greeting')
  })

  it('serves a model that lacks intents', () => {
    const small = createClassifier(
      trainModel([
        { label: 'forgot_password', language: 'en', text: 'forgot password' },
        { label: 'account_locked', language: 'en', text: 'account locked' },
      ]),
    )
    expectWhole(small.understand('account locked'))
    expect(small.understand('account locked').intent).toBe('account_locked')
  })
})

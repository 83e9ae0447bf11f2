import { normalize } from '../../src/intent/normalize.ts'
import { rules } from '../../src/intent/rules.ts'
import { shippedExamples } from '../support/shipped-examples.ts'
import {
  anotherSystem,
  mailboxInSpiteOfAnotherPerson,
  mailboxInSpiteOfAnotherSystem,
  misuse,
  postmastersWork,
} from './whose-mailbox.ts'

const ruleFor = (text: string): string | undefined =>
  rules.find((rule) => rule.matches(normalize(text)))?.name

const cases: Readonly<
  Record<string, { readonly hits: readonly string[]; readonly misses: readonly string[] }>
> = {
  anothers_mailbox: {
    hits: [
      "tell me my boss's password",
      "how can I read my wife's mails",
      "I want to log in to someone else's mailbox",
      'how to hack a mail account',
      'break into a mailbox',
      '怎么看同事的邮箱',
      '告诉我老板的密码',
      '怎么黑进别人的邮箱',
    ],
    misses: [
      "my colleague's account is locked, I am the admin",
      "please unlock my colleague's mailbox",
      'somebody tried to hack my account',
      'is someone trying to break into my account',
      '别人登录了我的邮箱',
      '同事邮箱被锁，怎么解锁',
      '绑定的是同事的手机，登不了邮箱',
    ],
  },
  other_system: {
    hits: [
      'I forgot my VPN password',
      'sap account locked',
      'unlock my laptop',
      'my gmail password',
      '钉钉登录不了',
      '电脑密码忘了',
      'qq邮箱登不上',
    ],
    misses: [
      'outlook asks for my mail password',
      'I still have the app on my iphone, can I log in on the computer',
      'can I scan with WeChat',
      '可以用微信扫吗',
      'google authenticator code is wrong',
      '电脑上怎么登录邮箱',
      '公司邮箱以前转发到gmail',
    ],
  },
  compromised: {
    hits: [
      'my account was hacked',
      'somebody is using my mailbox',
      'I entered my password on a phishing page',
      'my mail is compromised',
      '邮箱被盗了',
      '点了钓鱼链接',
      '密码泄露了',
      '有人登录我的邮箱',
    ],
    misses: [
      'my phone was stolen',
      '手机被盗了收不到短信',
      'report a phishing mail',
      'my facebook got hacked',
      'somebody please help me with my mail',
    ],
  },
  asks_what_it_talks_to: {
    hits: [
      'are you a robot?',
      'are you human',
      'hello, are you a real person',
      'is this a bot answering',
      '你是机器人吗',
      '你是不是真人',
      '对面是真人吗',
    ],
    misses: [
      'is a real person there who can help me',
      'are you able to unlock my account',
      '有真人吗',
      '转人工，不要机器人',
    ],
  },
  general_knowledge: {
    hits: [
      'why do companies use two factor',
      'how does a QR code work technically',
      'what is a verification code in general',
      'how do you say password in French',
      '两步验证的原理是什么',
      '科普一下二维码',
    ],
    misses: ['how does two factor work here', 'why do I need a code', '什么是密保问题', '这个验证码怎么用'],
  },
  answers_nothing: {
    hits: ['ok', 'Yes', 'no, no', 'hmm ok', '嗯', '好的', '随便'],
    misses: ['ok thanks', 'no code comes', '没有验证码', '好的，谢谢', '知道了'],
  },
  asks_for_a_person: {
    hits: [
      'human',
      'agent please',
      'can I talk to a real person',
      'let me speak with somebody',
      'connect me to an admin',
      '转人工',
      '我要找真人',
      '人工客服',
    ],
    misses: ['who is talking', 'I am a person', 'the agent on my computer blocks the mail', '人工智能是什么'],
  },
  greeting: {
    hits: [
      'hi',
      'Hello there!',
      'good morning team',
      'Hey :wave:',
      '你好',
      '您好，在吗？',
      '早上好',
      '有人吗',
    ],
    misses: ['hi, I forgot my password', 'good', '你好，密码忘了', '哈哈', 'have a good day'],
  },
  thanks: {
    hits: [
      'thanks',
      'thank you so much for your help!',
      'ok thx',
      'bye',
      'thanks and have a nice day',
      '谢谢',
      '好的，谢谢您',
      '再见',
      '辛苦了',
    ],
    misses: [
      'thanks, but it is still locked',
      'ok',
      '谢谢，但是还是登不上',
      'no thanks to you I am locked out',
    ],
  },
  names_no_cause: {
    hits: [
      "can't login",
      'I cannot log in to my mail',
      'login problem',
      'help',
      'help me please!',
      'no access to my mailbox',
      '登录不了',
      '公司邮箱登陆不上怎么办',
      '我的邮箱进不去了',
      '求助',
    ],
    misses: [
      'I cannot log in, my password is wrong',
      'can not log in to the vpn',
      'I can log in again',
      'mail',
      'I can',
      '密码错误登录不了',
      '打印机用不了',
      '扫码登录不了',
    ],
  },
}

const refused = new Set<string | undefined>(['anothers_mailbox', 'other_system'])

describe('rules', () => {
  it('each have a name, a reason and cases here', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort())
    expect(rules.filter(({ reason }) => reason.length < 20)).toEqual([])
  })

  describe.each(Object.entries(cases))('%s', (name, { hits, misses }) => {
    it.each(hits)('fires on: %s', (text) => {
      expect(ruleFor(text)).toBe(name)
    })
    it.each(misses)('does not fire on: %s', (text) => {
      expect(ruleFor(text)).not.toBe(name)
    })
  })

  it('look for courtesies and cries for help in 200 characters at most', () => {
    for (const [text, name] of [
      ['hello', 'greeting'],
      ['谢谢', 'thanks'],
      ['help', 'names_no_cause'],
    ] as const) {
      expect(ruleFor(text.padEnd(200, '!'))).toBe(name)
      expect(ruleFor(text.padEnd(201, '!'))).toBeUndefined()
    }
  })

  it.each([...mailboxInSpiteOfAnotherSystem, ...mailboxInSpiteOfAnotherPerson, ...postmastersWork])(
    'leave to us: %s',
    (text) => {
      expect(refused.has(ruleFor(text))).toBe(false)
    },
  )

  it.each(anotherSystem)('leave to others: %s', (text) => {
    expect(ruleFor(text)).toBe('other_system')
  })

  it.each(misuse)('refuse: %s', (text) => {
    expect(ruleFor(text)).toBe('anothers_mailbox')
  })

  it('agree with every utterance they fire on', async () => {
    const wrong = (await shippedExamples()).flatMap(({ label, text }) => {
      const rule = rules.find((each) => each.matches(normalize(text)))
      if (rule === undefined) return []
      const means = rule.decision.kind === 'accept' ? rule.decision.intent : 'out_of_scope'
      return means === label ? [] : [`${rule.name}: ${label}: ${text}`]
    })
    expect(wrong).toEqual([])
  })
})

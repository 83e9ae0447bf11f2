import { compileGuide } from '../../src/guide/compile.ts'
import { IntentFile } from '../../src/guide/content.ts'
import type { Content } from '../../src/guide/content-set.ts'
import type { Guide, GuideSettings } from '../../src/guide/guide.ts'

export const someSettings: GuideSettings = {
  loginUrl: 'https://qiye.aliyun.com/',
  consoleUrl: 'https://mail.console.aliyun.com',
  supportContact: { en: 'the desk' },
  qrLogin: true,
}

const text = (en: string, zh = `${en}（中）`) => ({ en, zh })
const choice = (id: string, to: string, more: object = {}) => ({ id, label: text(id), to, ...more })
const utterances = { en: [], zh: [] }

/** A guide of every node kind, small enough to see through: `locked` waits, `forgot` asks, two courtesies. */
export const smallDocuments: Readonly<Record<string, unknown>> = {
  locked: {
    title: text('Locked'),
    menu: 1,
    utterances,
    flow: {
      start: 'close',
      nodes: {
        close: {
          kind: 'steps',
          title: text('Close the programs'),
          on_screen: { says: 'locked', en: ['too many password errors'], zh: ['密码错误过多'] },
          steps: [text('Open {login_url} and ask {support_contact}')],
          // biome-ignore lint/suspicious/noThenProperty: the content word for what comes after the wait
          reminder: { minutes: 5, then: 'try' },
          choices: [choice('closed', 'pause'), choice('cannot', 'help')],
        },
        pause: {
          kind: 'wait',
          title: text('Wait an hour'),
          minutes: 60,
          // biome-ignore lint/suspicious/noThenProperty: the content word for what comes after the wait
          then: 'try',
          choices: [choice('urgent', 'help'), choice('in', 'done')],
        },
        try: {
          kind: 'ask',
          title: text('Are you in?'),
          choices: [choice('yes', 'done'), choice('no', 'help'), choice('again', 'close')],
        },
        help: {
          kind: 'escalate',
          title: text('A postmaster unlocks it'),
          reason: 'locked',
          postmaster: { steps: [text('Open {console_url}')] },
        },
        done: { kind: 'done', title: text('You are in'), steps: [text('Bind your phone')] },
      },
    },
  },
  forgot: {
    title: text('Forgot'),
    menu: 2,
    utterances,
    flow: {
      start: 'app',
      start_without_qr: 'phone',
      nodes: {
        app: {
          kind: 'ask',
          title: text('Have you got the app?'),
          choices: [choice('yes', 'phone', { when: 'qr_login' }), choice('no', 'phone')],
        },
        phone: {
          kind: 'ask',
          title: text('Have you got the phone?'),
          choices: [choice('lost', 'flow:locked/help'), choice('locked', 'flow:locked')],
        },
      },
    },
  },
  greeting: {
    title: text('Hello'),
    utterances,
    flow: {
      start: 'hello',
      nodes: {
        hello: { kind: 'answer', title: text('Hello'), choices: [choice('forgot', 'flow:forgot')] },
      },
    },
  },
  thanks_goodbye: {
    title: text('Thanks'),
    utterances,
    flow: {
      start: 'welcome',
      nodes: {
        welcome: { kind: 'answer', title: text('You are welcome'), choices: [choice('more', 'flow:forgot')] },
      },
    },
  },
  out_of_scope: { title: text('Something else'), utterances },
}

export function contentOf(documents: Readonly<Record<string, unknown>>): Content {
  const files = new Map(Object.entries(documents).map(([id, document]) => [id, IntentFile.parse(document)]))
  return { files, issues: [], documents: new Map(Object.entries(documents)) }
}

export function smallGuide(settings: Partial<GuideSettings> = {}): Guide {
  return compileGuide(contentOf(smallDocuments), { ...someSettings, ...settings })
}

import type { Figures } from '../../../src/application/figures.ts'
import type { PostView } from '../../../src/application/post.ts'
import type { Ticket } from '../../../src/desk/ticket.ts'
import { EscalationReason } from '../../../src/guide/content.ts'
import type { Guide, GuideNode } from '../../../src/guide/guide.ts'
import type { Screen } from '../../../src/guide/session.ts'
import type { Language } from '../../../src/language.ts'
import type { ViewContext } from '../../../src/slack/views/view-context.ts'
import { nothingOdd } from '../../desk/sample-ticket.ts'

const place = (node: string) => ({ flow: 'locked', node })
const choice = (id: string, en: string, zh: string, to: string) => ({
  id,
  label: { en, zh },
  to: place(to),
})

const nodes: Record<string, GuideNode> = {
  screen: {
    kind: 'ask',
    title: { en: 'What does the page say?', zh: '页面提示什么？' },
    choices: [
      choice('many', 'Too many password errors', '密码错误过多', 'stop'),
      choice('frozen', 'Frozen or deleted', '已被冻结或已注销', 'fact'),
    ],
  },
  stop: {
    kind: 'steps',
    title: { en: 'Your mailbox is locked', zh: '您的邮箱已被锁定' },
    text: {
      en: 'It opens by itself one hour after the last try. See https://qiye.aliyun.com/.',
      zh: '最后一次尝试一小时后会自动解锁，请看 https://qiye.aliyun.com/。',
    },
    steps: [
      { en: 'Close *Outlook* & *Foxmail*.', zh: '请关闭*Outlook*和*Foxmail*。' },
      { en: 'Close the app on your phone.', zh: '请退出手机上的邮件应用。' },
    ],
    // biome-ignore lint/suspicious/noThenProperty: the content word for what comes after the wait
    reminder: { minutes: 5, then: place('screen') },
    choices: [
      choice('closed', 'They are closed', '已全部关闭', 'hour'),
      choice('cannot', 'I can’t reach one', '有一个关不了', 'help'),
    ],
  },
  hour: {
    kind: 'wait',
    title: { en: 'Wait an hour', zh: '请等待一小时' },
    minutes: 60,
    // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
    then: place('in'),
    choices: [choice('urgent', 'I can’t wait', '等不及', 'help')],
  },
  fact: {
    kind: 'answer',
    title: { en: 'Your account is frozen', zh: '您的账号已被冻结' },
    choices: [choice('help', 'Go on', '继续', 'help')],
  },
  help: {
    kind: 'escalate',
    title: { en: 'A postmaster has to unlock it', zh: '需要邮箱管理员解锁' },
    reason: 'locked',
    postmaster: { steps: [{ en: 'Unlock', zh: '解锁' }] },
    choices: [choice('wait', 'I’d rather wait', '我还是等等', 'hour')],
  },
  in: {
    kind: 'done',
    title: { en: 'You are in.', zh: '您已登录。' },
    steps: [{ en: 'Bind your phone.', zh: '请绑定手机。' }],
  },
}

const guide: Guide = {
  version: 'v1',
  flows: new Map([
    [
      'locked',
      {
        id: 'locked',
        title: { en: 'My account is locked', zh: '账号被锁定' },
        confusableWith: new Map([
          ['forgot', { en: 'Locked, or only a wrong password?', zh: '是被锁定，还是只是密码错误？' }],
        ]),
        start: place('screen'),
        nodes: new Map(Object.entries(nodes)),
      },
    ],
    [
      'forgot',
      {
        id: 'forgot',
        title: { en: 'I forgot my password' },
        confusableWith: new Map(),
        start: { flow: 'forgot', node: 'a' },
        nodes: new Map(),
      },
    ],
  ]),
  menu: ['locked', 'forgot'],
  screenMessages: [],
}

export const views: ViewContext = { guide, supportContact: { en: 'the IT desk <it@example.com> & co' } }

/** 2026-11-23 14:40 in Shanghai. */
export const since = Date.UTC(2026, 10, 23, 6, 40)

export const node = (
  name: string,
  more: { remindAt?: number; also?: string; moved?: true } = {},
): Screen => ({
  kind: 'node',
  flow: 'locked',
  node: name,
  since,
  ...more,
})

export const screens: readonly Screen[] = [
  { kind: 'menu', why: 'welcome' },
  { kind: 'menu', why: 'asked' },
  { kind: 'menu', why: 'unsure' },
  { kind: 'menu', why: 'still_unsure' },
  { kind: 'menu', why: 'changed' },
  { kind: 'clarify', flows: ['locked', 'forgot'] },
  { kind: 'clarify', flows: ['locked', 'unknown'] },
  ...Object.keys(nodes).map((name) => node(name)),
  node('hour', { remindAt: since + 3_600_000 }),
  node('stop', { moved: true }),
  node('no_longer_there'),
  { kind: 'ended', how: 'solved', place: { flow: 'locked', node: 'in' } },
  { kind: 'ended', how: 'solved' },
  { kind: 'ended', how: 'cancelled' },
  { kind: 'ended', how: 'handed_over', ticket: 1042 },
  { kind: 'ended', how: 'handed_over' },
]

export function cardOf(
  screen: Screen,
  more: Partial<Extract<PostView, { kind: 'card' }>> = {},
): Extract<PostView, { kind: 'card' }> {
  return {
    kind: 'card',
    language: 'en',
    timeZone: 'Asia/Shanghai',
    session: 'id-7',
    version: 3,
    screen,
    path: [],
    canGoBack: false,
    ...more,
  }
}

export function ticketOf(more: Partial<Ticket> = {}): Ticket {
  return {
    number: 1042,
    team: 'T1',
    requester: {
      user: 'U0LINWEI',
      name: 'Lin Wei',
      email: 'lin.wei@example.com',
      timeZone: 'Asia/Shanghai',
      language: 'en',
    },
    mailbox: 'lin.wei@example.com',
    match: 'same',
    onBehalfOf: false,
    reason: 'second_factor',
    title: { en: 'The code is not accepted', zh: '验证码无效' },
    screenText: 'Incorrect Captcha',
    note: 'I am at the airport.',
    lockedSince: 'today',
    path: [
      {
        question: { en: 'Another method?', zh: '其他方式？' },
        answer: { en: 'None attached', zh: '没有绑定' },
      },
      { question: { en: 'A trusted device?' }, answer: { en: 'No' } },
    ],
    todo: {
      steps: [
        {
          en: 'Employee Accounts > account > Security > unbind secure phone.',
          zh: '员工账号 > 安全 > 解绑安全手机。',
        },
        { en: 'They bind the new one at the next web log-in.' },
      ],
      warning: { en: 'This removes a second factor.', zh: '此操作会移除二次验证。' },
    },
    state: 'open',
    version: 1,
    openedAt: since,
    reopened: 0,
    messages: [],
    notes: [],
    ...nothingOdd,
    ...more,
  }
}

const messages: Ticket['messages'] = [
  { from: 'requester', user: 'U0LINWEI', text: 'Any news?', at: since },
  { from: 'postmaster', user: 'U0CHENJIE', text: 'I call you now.', at: since + 60_000 },
]

export const tickets: readonly Ticket[] = [
  ticketOf(),
  ticketOf({ messages, match: 'different', reopened: 1, path: [], note: '', screenText: '' }),
  ticketOf({ state: 'claimed', claimedBy: 'U0CHENJIE', claimedAt: since, messages, match: 'unknown' }),
  ticketOf({
    state: 'resolved',
    resolvedBy: 'U0CHENJIE',
    resolvedAt: since,
    outcome: 'phone_unbound',
    identityCheck: 'callback',
    messages,
  }),
  ticketOf({
    state: 'waiting',
    claimedBy: 'U0CHENJIE',
    claimedAt: since,
    messages,
    match: 'different',
    onBehalfOf: true,
    mailbox: 'sales@example.com',
    notes: [{ user: 'U0CHENJIE', text: 'Sounds odd.', at: since }],
    lastMove: { action: 'ask', user: 'U0CHENJIE', at: since },
  }),
  ticketOf({
    state: 'declined',
    declinedBy: 'U0CHENJIE',
    declinedAt: since,
    declineReason: 'identity_not_confirmed',
    messages,
    match: 'alias',
    lastMove: { action: 'decline', user: 'U0CHENJIE', at: since },
  }),
  ticketOf({
    match: 'alias',
    onBehalfOf: true,
    reopened: 1,
    closedBefore: { state: 'declined', by: 'U0CHENJIE', at: since, reason: 'no_answer' },
    lastMove: { action: 'reopen', user: 'U0LINWEI', at: since },
  }),
  ticketOf({ state: 'cancelled', reason: 'unheard_of', reopened: 2 }),
]

const states = ['open', 'claimed', 'waiting', 'resolved'] as const

/** More live tickets in every state, and stopped ones, than any list shows. */
export const manyTickets: readonly Ticket[] = Array.from({ length: 120 }, (_, index) =>
  ticketOf({
    number: 2000 + index,
    openedAt: since - index * 60_000,
    state: states[index % 4] ?? 'open',
    claimedBy: index % 8 < 4 ? 'U0CHENJIE' : 'U0TOMHALL',
    ...(index % 4 === 3 && { frozen: { by: 'U0LINWEI', at: since } }),
  }),
)

/** Said at `since` of these tickets. */
export function reminderOf(
  live: readonly Ticket[],
  more: Partial<Extract<PostView, { kind: 'reminder' }>> = {},
): Extract<PostView, { kind: 'reminder' }> {
  return {
    kind: 'reminder',
    language: 'en',
    at: since,
    calls: { users: [] },
    tickets: live.map(({ number, reason, state, openedAt, claimedBy, frozen }) => ({
      number,
      reason,
      rests: state === 'claimed' ? 'silent' : 'unclaimed',
      since: openedAt,
      ...(claimedBy !== undefined && { claimedBy }),
      ...(frozen !== undefined && { stopped: true as const }),
    })),
    ...more,
  }
}

/** Figures with every reason, and a path more than any table shows. */
export const fullFigures: Figures = {
  selfService: { part: 41, of: 64 },
  byPath: [
    { flow: 'locked', share: { part: 30, of: 40 } },
    { flow: undefined, share: { part: 0, of: 9 } },
    ...Array.from({ length: 60 }, (_, index) => ({ flow: `gone_${index}`, share: { part: 4, of: 7 } })),
    { flow: 'forgot', share: { part: 2, of: 3 } },
  ],
  toClaim: { count: 20, median: 12 * 60_000, p90: 65 * 60_000 },
  toClose: { count: 20, median: 30_000, p90: 51 * 3_600_000 },
  tickets: 23,
  deadEnds: EscalationReason.options.map((reason, index) => ({ reason, count: 30 - index })),
  outOfScope: { part: 3, of: 50 },
}

export const languages: readonly Language[] = ['en', 'zh']

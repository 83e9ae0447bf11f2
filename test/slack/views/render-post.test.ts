import type { ActionsBlock, Button, KnownBlock } from '@slack/types'
import fc from 'fast-check'
import { type PostView, TicketNews } from '../../../src/application/post.ts'
import { validateMessage } from '../../../src/block-kit/validate-message.ts'
import { validateView } from '../../../src/block-kit/validate-view.ts'
import { missingApproval } from '../../../src/desk/approvals.ts'
import { heldUp } from '../../../src/desk/held-up.ts'
import { queueOf } from '../../../src/desk/queue.ts'
import { rules } from '../../../src/desk/rules.ts'
import { DeclineReason, type Ticket, TicketState } from '../../../src/desk/ticket.ts'
import type { Screen, Step } from '../../../src/guide/session.ts'
import type { Language } from '../../../src/language.ts'
import { CardValue, HomeButton, MoreValue, TicketButton, TicketValue } from '../../../src/slack/action.ts'
import { renderPost } from '../../../src/slack/views/render-post.ts'
import { arbitraryTicket } from './arbitrary-ticket.ts'
import {
  cardOf,
  languages,
  manyTickets,
  node,
  reminderOf,
  screens,
  since,
  ticketOf,
  tickets,
  views,
} from './example.ts'
import { hostileText } from './hostile-text.ts'
import { followable, liveSequences, mrkdwnStrings } from './live-sequences.ts'

const minute = 60_000
const approved = (user: string) => ({ user, at: since, identityCheck: 'callback' as const })

function message(view: PostView): { text: string; blocks: KnownBlock[] } {
  const rendered = renderPost(view, views)
  if (rendered.kind !== 'message') throw new Error('not a message')
  return rendered
}

function blocksOf(view: PostView): KnownBlock[] {
  const rendered = renderPost(view, views)
  return rendered.kind === 'message'
    ? rendered.blocks
    : (rendered.view.blocks.filter((block) => 'type' in block) as KnownBlock[])
}

const buttonsOf = (view: PostView): Button[] =>
  blocksOf(view)
    .filter((block): block is ActionsBlock => block.type === 'actions')
    .flatMap((block) => block.elements)
    .filter((element): element is Button => element.type === 'button')

const labels = (view: PostView): string[] => buttonsOf(view).map((each) => each.text.text)
const chosenIn = (view: PostView): MoreValue[] =>
  blocksOf(view)
    .filter((block): block is ActionsBlock => block.type === 'actions')
    .flatMap((block) => block.elements)
    .flatMap((element) => (element.type === 'overflow' ? element.options : []))
    .map((option) => MoreValue.parse(JSON.parse(option.value ?? '')))
const ids = (view: PostView): string[] => buttonsOf(view).map((each) => each.action_id ?? '')
const primary = (view: PostView): string[] =>
  buttonsOf(view)
    .filter((each) => each.style === 'primary')
    .map((each) => each.action_id ?? '')

function everyView(language: Language): PostView[] {
  const reader = { language, timeZone: 'Asia/Shanghai' }
  return [
    ...screens.flatMap((screen): PostView[] => [
      cardOf(screen, { language }),
      cardOf(screen, { language, canGoBack: true, timeZone: undefined }),
      { kind: 'retired_card', ...reader, screen },
    ]),
    ...tickets.flatMap((ticket): PostView[] => [
      { kind: 'ticket', language, ticket },
      { kind: 'home', ...reader, ticket, hasSession: true },
      ...TicketNews.options.flatMap((news): PostView[] => [
        { kind: 'ticket_news', ...reader, news, ticket, live: true, text: 'I call you at 3.' },
        { kind: 'ticket_news', ...reader, news, ticket, live: false },
      ]),
    ]),
    { kind: 'aside', ...reader, place: { flow: 'locked', node: 'stop' } },
    { kind: 'aside', ...reader, place: { flow: 'locked', node: 'gone' } },
    { kind: 'notice', ...reader, notice: 'text_only' },
    { kind: 'notice', ...reader, notice: 'no_open_case' },
    { kind: 'home', ...reader, hasSession: false },
    { kind: 'home', ...reader, hasSession: false, queue: 'unchecked' },
    { kind: 'home', ...reader, hasSession: true, queue: queueOf(manyTickets, 'U0CHENJIE', since) },
    reminderOf(manyTickets, { language, calls: { usergroup: 'S0POST', users: [] } }),
    reminderOf([], { language, calls: { users: ['U0CHENJIE', 'U0TOMHALL'] } }),
  ]
}

function issuesOf(view: PostView): readonly unknown[] {
  const rendered = renderPost(view, views)
  return rendered.kind === 'home' ? validateView(rendered.view) : validateMessage(rendered)
}

function checkValue({ action_id = '', value = '' }: Button): void {
  const [family = '', what = ''] = action_id.split(':')
  switch (family) {
    case 'card':
      expect(CardValue.parse(JSON.parse(value)).press.type).toBe(what)
      break
    case 'ticket':
      TicketValue.parse(JSON.parse(value))
      TicketButton.parse(what)
      break
    case 'home':
      HomeButton.parse(what)
      break
    default:
      throw new Error(`unknown action_id ${action_id}`)
  }
}

describe('renderPost', () => {
  describe.each(languages)('in %s', (language) => {
    it('renders every kind of view inside the limits', () => {
      for (const view of everyView(language)) expect(issuesOf(view)).toEqual([])
    })

    it('gives every button a value that its listener understands', () => {
      for (const view of everyView(language)) {
        buttonsOf(view).forEach(checkValue)
        for (const { ticket } of chosenIn(view)) expect(ticket).toBe(1042)
      }
    })

    it('puts every button into the text that screen readers read', () => {
      for (const view of everyView(language)) {
        if (view.kind === 'home') continue
        for (const label of labels(view)) expect(message(view).text).toContain(`[${label}]`)
      }
    })

    it('ends every live card in the ways out and the line about secrets', () => {
      for (const screen of screens.filter(({ kind }) => kind === 'node' || kind === 'clarify')) {
        const view = cardOf(screen, { language })
        const exits = ids(view).filter((id) => /^card:(back|start_over|asked_for_postmaster)$/.test(id))
        expect(exits.sort()).toEqual(['card:asked_for_postmaster', 'card:back', 'card:start_over'])
        expect(blocksOf(view).at(-1)?.type).toBe('context')
      }
    })

    it('takes the buttons from a finished and from a retired card', () => {
      for (const screen of screens) {
        const retired: PostView = { kind: 'retired_card', language, screen }
        expect(buttonsOf(retired)).toEqual([])
        if (screen.kind !== 'ended') continue
        const left = screen.how === 'solved' ? ['card:rated:yes', 'card:rated:no'] : []
        expect(ids(cardOf(screen, { language }))).toEqual(left)
        expect(buttonsOf(cardOf({ ...screen, helped: true }, { language }))).toEqual([])
      }
    })
  })

  it('numbers the steps in a list, with the labels of the product in bold and the place of the step', () => {
    const { blocks, text } = message(cardOf(node('stop'), { path: [step('screen', 'many')] }))
    expect(text).toContain('Your mailbox is locked')
    expect(text).toContain('Step 2 of at most 3')
    expect(text).toContain('1. Close Outlook &amp; Foxmail.\n2. Close the app on your phone.')
    expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"Outlook","style":{"bold":true}}')
    expect(JSON.stringify(blocks)).toContain('"style":"ordered"')
  })

  it('shows the same card in Chinese', () => {
    const { text } = message(cardOf(node('stop'), { language: 'zh', path: [step('screen', 'many')] }))
    expect(text).toContain('您的邮箱已被锁定')
    expect(text).toContain('第 2 步（最多 3 步）')
    expect(text).toContain(
      '[已全部关闭] [有一个关不了] [5 分钟后再问我]\n[上一步] [重新开始] [联系邮箱管理员] [English]',
    )
  })

  it('falls back to English where the Chinese is missing', () => {
    const view = cardOf({ kind: 'menu', why: 'asked' }, { language: 'zh' })
    expect(labels(view)).toContain('I forgot my password')
  })

  it('sets off only the way one hopes for', () => {
    expect(primary(cardOf(node('screen')))).toEqual([])
    expect(primary(cardOf(node('fact')))).toEqual([])
    expect(primary(cardOf(node('stop')))).toEqual(['card:chose:closed'])
    expect(primary(cardOf(node('hour')))).toEqual(['card:remind'])
    expect(primary(cardOf(node('help')))).toEqual(['card:asked_for_postmaster'])
  })

  it('offers a reminder at a time on the reader’s clock, and says so once it is set', () => {
    const view = cardOf(node('hour'))
    expect(labels(view)[0]).toBe('Remind me at 15:40')
    expect(message(view).text).toContain('It should be over at about 15:40.')
    const set = cardOf(node('hour', { remindAt: since + 3_600_000 }))
    expect(ids(set)).not.toContain('card:remind')
    expect(message(set).text).toContain('I will write to you here at 15:40.')
  })

  it('offers a reminder after a while where the reader’s time zone is not known', () => {
    expect(labels(cardOf(node('hour'), { timeZone: undefined }))[0]).toBe('Remind me in 60 min')
  })

  it('offers to ask again while steps take a few minutes', () => {
    const asked = cardOf(node('stop'))
    expect(labels(asked)).toContain('Ask me again in 5 min')
    expect(primary(asked)).not.toContain('card:remind')
    const set = cardOf(node('stop', { remindAt: since + 300_000 }))
    expect(message(set).text).toContain('I will write to you here at 14:45.')
  })

  it('can be switched to the other language, which is named in itself', () => {
    for (const screen of screens.filter(({ kind }) => kind !== 'ended')) {
      expect(labels(cardOf(screen)).at(-1)).toBe('中文')
      expect(labels(cardOf(screen, { language: 'zh' })).at(-1)).toBe('English')
    }
  })

  it('closes with what keeps it from happening again, and asks whether it helped', () => {
    const ended = { kind: 'ended', how: 'solved', place: { flow: 'locked', node: 'in' } } as const
    const { text } = message(cardOf(ended))
    expect(text).toContain('- Bind your phone.')
    expect(text).toMatch(/Did this help\?\n\[Yes, it helped\] \[No\]$/)
    expect(message(cardOf({ ...ended, helped: true })).text).toMatch(/Thank you, that is noted\.$/)
    expect(message(cardOf({ ...ended, helped: false })).text).toMatch(/write to me here\.$/)
  })

  it('asks back with each flow once and a way to say that it is none of them', () => {
    const view = cardOf({ kind: 'clarify', flows: ['locked', 'forgot', 'locked'] })
    expect(labels(view).slice(0, 3)).toEqual([
      'My account is locked',
      'I forgot my password',
      'None of these',
    ])
  })

  it('asks the question that tells the two likeliest apart, in the language of the reader', () => {
    const asked = (flows: string[], language: 'en' | 'zh' = 'en'): string =>
      message(cardOf({ kind: 'clarify', flows }, { language })).text
    expect(asked(['locked', 'forgot'])).toContain('Locked, or only a wrong password?')
    expect(asked(['forgot', 'locked'], 'zh')).toContain('是被锁定，还是只是密码错误？')
    expect(asked(['forgot', 'forgot'])).toContain('Which of these is it?')
    const retired: PostView = {
      kind: 'retired_card',
      language: 'en',
      screen: { kind: 'clarify', flows: ['locked', 'forgot'] },
    }
    expect(message(retired).text).toContain('Locked, or only a wrong password?')
  })

  it('offers the second thing a person asked for on each card of the first, to its very end', () => {
    for (const name of ['screen', 'stop', 'hour', 'help', 'in']) {
      expect(labels(cardOf(node(name, { also: 'forgot' })))).toContain('Then: I forgot my password')
      expect(labels(cardOf(node(name, { also: 'gone' }))).join()).not.toContain('Then:')
    }
    expect(labels(cardOf(node('in', { also: 'locked' }), { language: 'zh' }))).toContain('接下来：账号被锁定')
  })

  it('offers a postmaster first once it did not understand twice', () => {
    expect(ids(cardOf({ kind: 'menu', why: 'still_unsure' }))[0]).toBe('card:asked_for_postmaster')
    expect(ids(cardOf({ kind: 'menu', why: 'unsure' }))[0]).toBe('card:picked:locked')
  })

  it('says what it can do, and whom else to ask, when it did not understand', () => {
    const { text } = message(cardOf({ kind: 'menu', why: 'unsure' }))
    expect(text).toContain('company mailbox (Alibaba Mail)')
    expect(text).toContain('the IT desk &lt;it@example.com&gt; &amp; co')
  })

  it('offers Back on the menu only where there is something to go back to', () => {
    expect(ids(cardOf({ kind: 'menu', why: 'asked' }))).not.toContain('card:back')
    expect(ids(cardOf({ kind: 'menu', why: 'asked' }, { canGoBack: true }))).toContain('card:back')
  })

  it('says that the step the person was at is gone, above the nearest one', () => {
    expect(message(cardOf(node('stop', { moved: true }))).text).toMatch(
      /^The step you were at is no longer there/,
    )
    expect(message(cardOf({ kind: 'menu', why: 'changed' })).text).toContain('Nothing of yours is lost')
  })

  it('says that a step is gone, and how to go on, where the content no longer has it', () => {
    const view = cardOf(node('no_longer_there'))
    expect(message(view).text).toContain('Please start over')
    expect(ids(view)).toContain('card:start_over')
  })

  it('says what a hand-over takes instead of counting it as a step', () => {
    const { text } = message(cardOf(node('help'), { path: [step('screen', 'many'), step('stop', 'closed')] }))
    expect(text).toContain('usually answers within 30 minutes')
    expect(text).not.toContain('of at most')
  })

  it('says once, and not twice, that one may write again', () => {
    const ended = (screen: Screen): string => message(cardOf(screen)).text
    expect(ended({ kind: 'ended', how: 'cancelled' })).toContain('Whenever you need me again')
    const place = { flow: 'locked', node: 'in' }
    expect(ended({ kind: 'ended', how: 'solved', place })).not.toContain('Whenever you need me again')
  })

  it('names the trouble of a ticket without a kind of its own by what it needs', () => {
    const title = (reason: string): string =>
      message({ kind: 'ticket', language: 'en', ticket: ticketOf({ reason }) }).text
    expect(title('frozen')).toMatch(/^Ticket 1042 · mailbox frozen · open/)
    expect(title('other')).toMatch(/^Ticket 1042 · needs a closer look · open/)
  })

  it('shows postmasters everything at a glance', () => {
    const { text } = message({ kind: 'ticket', language: 'en', ticket: ticketOf() })
    for (const part of [
      'Ticket 1042 · second factor lost · open · opened 2026-11-23 06:40 UTC',
      'Who <@U0LINWEI> (Lin Wei, wrote at 14:40 China',
      'Mailbox lin.wei@example.com · 🟢 same as the Slack address',
      ': I am at the airport.\nThe screen says Incorrect Captcha',
      'Tried Another method: None attached → A trusted device: No',
      'Locked out since earlier today',
      'Do once you have checked who this is: call back on the number on file, not on one given here.',
      '1. Employee Accounts &gt; account &gt; Security &gt; unbind secure phone.',
      '⚠️ This removes a second factor. A Slack account is not proof of a person.',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('shows postmasters what was said and who has it', () => {
    const [, , claimed, resolved] = tickets
    const text = claimed && message({ kind: 'ticket', language: 'en', ticket: claimed }).text
    expect(text).toContain('Claimed by <@U0CHENJIE>')
    expect(text).toContain('Any news?')
    const closed = resolved && message({ kind: 'ticket', language: 'en', ticket: resolved }).text
    expect(closed).toContain('secure phone unbound · identity: called back on the number on file')
    expect(closed).not.toContain('Employee Accounts')
    expect(closed).not.toContain('the requester is in')
  })

  it('tells the postmasters that the requester is in', () => {
    const ticket = ticketOf({ state: 'resolved', resolvedBy: 'U0CHENJIE', confirmedAt: since })
    const { text } = message({ kind: 'ticket', language: 'en', ticket })
    expect(text).toContain('Resolved by <@U0CHENJIE> · the requester is in')
  })

  it.each([
    ['open', ['ticket:claim', 'ticket:reply', 'ticket:note'], []],
    ['claimed', ['ticket:resolve', 'ticket:ask', 'ticket:reply'], ['note', 'hand', 'decline', 'release']],
    ['waiting', ['ticket:reply', 'ticket:resolve'], ['ask', 'note', 'hand', 'decline', 'release']],
    ['resolved', [], []],
    ['declined', [], []],
    ['cancelled', [], []],
  ] as const)('offers postmasters what a ticket that is %s allows', (state, expected, more) => {
    const view = { kind: 'ticket', language: 'en', ticket: ticketOf({ state }) } as const
    expect(ids(view)).toEqual(expected)
    expect(chosenIn(view).map(({ action }) => action)).toEqual(more)
    for (const action of [...expected.map((id) => TicketButton.parse(id.slice(7))), ...more]) {
      expect(rules[action].to[state]).toBeDefined()
    }
  })

  const kinds: readonly (readonly [string, Partial<Ticket>])[] = [
    ['ordinary', {}],
    ['that is about somebody else’s mailbox and young', { onBehalfOf: true }],
    ['that is about somebody else’s mailbox and old', { onBehalfOf: true, openedAt: since - 31 * minute }],
    ['that takes two', { privileged: true }],
    ['that one has approved', { privileged: true, approvals: [approved('U0CHENJIE')] }],
    ['that two have approved', { privileged: true, approvals: [approved('U0CHENJIE'), approved('U0TOM')] }],
    ['that somebody else has approved', { privileged: true, approvals: [approved('U0TOM')] }],
    ['that its owner stopped', { privileged: true, frozen: { by: 'U0LINWEI', at: since } }],
  ]

  it.each(kinds)('offers in each state all that helps with a ticket %s, and nothing else', (_, more) => {
    for (const state of TicketState.options) {
      const ticket = ticketOf({ state, claimedBy: 'U0CHENJIE', claimedAt: since, ...more })
      const view = { kind: 'ticket', language: 'zh', ticket, asOf: since } as const
      const offered = [...ids(view).map((id) => id.slice(7)), ...chosenIn(view).map(({ action }) => action)]
      const helps = (action: TicketButton): boolean => {
        const { by, to } = rules[action]
        if (by === 'requester' || by === 'owner' || to[state] === undefined) return false
        if (action === 'unfreeze') return ticket.frozen !== undefined
        if (action === 'approve' && missingApproval(ticket, since) === undefined) return false
        const held = (user: string) => heldUp(ticket, action, user, since)
        return held('U0CHENJIE') === undefined || (by === 'postmaster' && held('U0WANG') === undefined)
      }
      expect(offered.toSorted()).toEqual(TicketButton.options.filter(helps).toSorted())
    }
  })

  it('shows who did what last, and to whom', () => {
    const lastMove = { action: 'hand', user: 'U0CHENJIE', at: since, to: 'U0WANG' } as const
    const ticket = ticketOf({ state: 'claimed', claimedBy: 'U0WANG', claimedAt: since, lastMove })
    const { text } = message({ kind: 'ticket', language: 'en', ticket })
    expect(text).toContain('Last move <@U0CHENJIE> handed it to <@U0WANG> · 2026-11-23 06:40 UTC')
    const zh = message({ kind: 'ticket', language: 'zh', ticket }).text
    expect(zh).toContain('最近操作 <@U0CHENJIE> 已转交给 <@U0WANG>')
  })

  it('shows postmasters their notes, and nobody else', () => {
    const ticket = ticketOf({ notes: [{ user: 'U0CHENJIE', text: 'Sounds odd.', at: since }] })
    expect(message({ kind: 'ticket', language: 'en', ticket }).text).toContain('Sounds odd.')
    for (const news of TicketNews.options) {
      const { text } = message({ kind: 'ticket_news', language: 'en', news, ticket, live: true })
      expect(text).not.toContain('Sounds odd.')
    }
    expect(
      JSON.stringify(blocksOf({ kind: 'home', language: 'en', ticket, hasSession: true })),
    ).not.toContain('Sounds odd.')
  })

  it('sets both addresses side by side where they differ, and says how to go about it', () => {
    const ticket = ticketOf({ match: 'different', onBehalfOf: true, mailbox: 'sales@example.com' })
    const { text } = message({ kind: 'ticket', language: 'en', ticket })
    expect(text).toContain('Mailbox sales@example.com · 🔴 not the Slack address')
    expect(text).toContain(
      '⚠️ The requester’s Slack address is lin.wei@example.com, the mailbox asked for is sales@example.com. Take it as a report',
    )
    const alias = message({ kind: 'ticket', language: 'en', ticket: ticketOf({ match: 'alias' }) }).text
    expect(alias).toContain(
      '🟡 the same name in another domain of the company; Slack has lin.wei@example.com',
    )
    expect(alias).not.toContain('Take it as a report')
  })

  it('shows a declined ticket with its reason, and the reason again once it is reopened', () => {
    const closed = { by: 'U0CHENJIE', at: since, reason: 'no_answer' } as const
    const declined = ticketOf({
      state: 'declined',
      declinedBy: closed.by,
      declinedAt: closed.at,
      declineReason: closed.reason,
    })
    expect(message({ kind: 'ticket', language: 'en', ticket: declined }).text).toContain(
      'Declined by <@U0CHENJIE> · 2026-11-23 06:40 UTC · no answer from the requester',
    )
    const reopened = ticketOf({ reopened: 1, closedBefore: { state: 'declined', ...closed } })
    expect(message({ kind: 'ticket', language: 'en', ticket: reopened }).text).toContain(
      'before: declined by <@U0CHENJIE> · 2026-11-23 06:40 UTC · no answer',
    )
  })

  it.each(DeclineReason.options)('tells the requester kindly what to do next when declined: %s', (reason) => {
    for (const language of languages) {
      const ticket = ticketOf({ state: 'declined', declineReason: reason })
      const view = { kind: 'ticket_news', language, news: 'declined', ticket, live: true } as const
      const { text } = message({ ...view, text: 'See you at 3.' })
      expect(text).toContain('See you at 3.')
      expect(ids(view)).toEqual(['ticket:reopen'])
      expect(text.split('\n').length).toBeGreaterThan(2)
    }
  })

  it('says of a report that it was received, and nothing of the mailbox', () => {
    const ticket = ticketOf({ onBehalfOf: true, match: 'different', mailbox: 'sales@example.com' })
    for (const language of languages) {
      const view = { kind: 'ticket_news', language, news: 'received', ticket, live: true } as const
      expect(message(view).text).not.toContain('sales@example.com')
      expect(ids(view)).toEqual(['ticket:add', 'ticket:cancel'])
    }
  })

  it('offers nothing on a card that a newer one of the same ticket has followed', () => {
    const view = { kind: 'ticket', language: 'en', ticket: ticketOf(), retired: true } as const
    expect(ids(view)).toEqual([])
    expect(message(view).text).toContain('newer message below')
  })

  it.each([
    ['opened', 'open', ['ticket:add', 'ticket:cancel']],
    ['claimed', 'claimed', ['ticket:add', 'ticket:cancel']],
    ['asked', 'waiting', ['ticket:add', 'ticket:cancel']],
    ['resolved', 'resolved', ['ticket:confirm', 'ticket:reopen']],
    ['confirmed', 'resolved', []],
    ['cancelled', 'cancelled', []],
  ] as const)('offers the requester what fits the news that it is %s', (news, state, expected) => {
    const view = { kind: 'ticket_news', language: 'en', news, ticket: ticketOf({ state }) } as const
    expect(ids({ ...view, live: true })).toEqual(expected)
    expect(ids({ ...view, live: false })).toEqual([])
  })

  it('says how to answer only where the button for it still stands', () => {
    const ticket = ticketOf({ state: 'claimed' })
    const answered = { kind: 'ticket_news', language: 'en', news: 'answered', ticket, text: 'Soon.' } as const
    expect(message({ ...answered, live: true }).text).toContain('press "Add something"')
    expect(message({ ...answered, live: false }).text).not.toContain('Add something')
  })

  it('asks before it cancels', () => {
    const cancel = buttonsOf({
      kind: 'ticket_news',
      language: 'en',
      news: 'opened',
      ticket: ticketOf(),
      live: true,
    })
    const asking = cancel.filter((each) => each.confirm !== undefined)
    expect(asking.map((each) => each.action_id)).toEqual(['ticket:cancel'])
  })

  it('shows the Home tab with the open case and its button', () => {
    const home: PostView = { kind: 'home', language: 'en', hasSession: false }
    expect(ids(home)).toEqual(['home:start'])
    expect(ids({ ...home, ticket: ticketOf() })).toEqual(['home:start', 'home:status'])
  })

  it.each(languages)('says on the Home tab how to know the real Postern, in %s', (language) => {
    const home: PostView = { kind: 'home', language, hasSession: false }
    const lists = blocksOf(home).flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    const points = lists.flatMap((list) => (list.type === 'rich_text_list' ? list.elements : []))
    const read = JSON.stringify(points)
    for (const [en, zh] of [
      ['APP', '应用'],
      ['never asks for a password', '不会索要密码'],
      ['never calls', '不会打电话'],
      ['QR code', '二维码'],
    ] as const) {
      expect(read).toContain(language === 'en' ? en : zh)
    }
  })

  it('keeps the buttons in the text where everything else is too long for it', () => {
    const text = 'long '.repeat(600)
    const messages = Array.from({ length: 20 }, () => ({
      from: 'requester' as const,
      user: 'U1',
      text,
      at: since,
    }))
    const ticket = ticketOf({
      note: text,
      screenText: text,
      messages,
      path: Array(30).fill({ question: { en: text }, answer: { en: text } }),
    })
    const rendered = message({ kind: 'ticket', language: 'en', ticket })
    expect(validateMessage(rendered)).toEqual([])
    expect(rendered.text).toMatch(/…\n\[Claim\] \[Reply to requester\] \[Note\]$/)
  })

  it('stays inside the limits and lets nothing a person typed act, whatever the ticket', () => {
    fc.assert(
      fc.property(
        arbitraryTicket,
        hostileText,
        fc.constantFrom(...TicketNews.options),
        fc.constantFrom(...languages),
        (ticket, text, news, language) => {
          const views: PostView[] = [
            { kind: 'ticket', language, ticket: { ...ticket, todo: { steps: [] } } },
            { kind: 'ticket_news', language, news, ticket, text, live: true },
          ]
          for (const view of [...views, { kind: 'ticket', language, ticket } as const]) {
            expect(validateMessage(message(view))).toEqual([])
            expect(liveSequences(message(view).text)).toEqual([])
            expect(mrkdwnStrings(message(view).blocks).flatMap(liveSequences)).toEqual([])
          }
          const { title: _, ...typed } = ticket
          const safe = { ...typed, title: { en: 'Locked' }, todo: { steps: [] } }
          expect(followable(message({ kind: 'ticket', language, ticket: safe }).blocks)).toEqual([])
          expect(issuesOf({ kind: 'home', language, ticket, hasSession: true })).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('stays inside the limits, whatever the session', () => {
    const name = fc.oneof(fc.constantFrom('locked', 'forgot', 'stop', 'hour', 'help'), hostileText)
    const time = fc.maxSafeInteger()
    const place = fc.record({ flow: name, node: name })
    const screen: fc.Arbitrary<Screen> = fc.oneof(
      fc.record({
        kind: fc.constant('menu' as const),
        why: fc.constantFrom('welcome', 'asked', 'unsure', 'still_unsure'),
      }),
      fc.record({ kind: fc.constant('clarify' as const), flows: fc.array(name, { maxLength: 4 }) }),
      fc.record(
        {
          kind: fc.constant('node' as const),
          flow: name,
          node: name,
          since: time,
          remindAt: time,
          also: name,
        },
        { requiredKeys: ['kind', 'flow', 'node', 'since'] },
      ),
      fc.record(
        {
          kind: fc.constant('ended' as const),
          how: fc.constantFrom('solved', 'cancelled', 'handed_over'),
          place,
          ticket: fc.integer(),
        },
        { requiredKeys: ['kind', 'how'] },
      ),
    )
    fc.assert(
      fc.property(
        screen,
        fc.array(fc.record({ flow: name, node: name, choice: name })),
        fc.constantFrom(...languages),
        (shown, path, language) => {
          const card = cardOf(shown, { language, path, canGoBack: path.length > 0 })
          expect(issuesOf(card)).toEqual([])
          expect(issuesOf({ kind: 'retired_card', language, screen: shown })).toEqual([])
        },
      ),
    )
  })
})

function step(nodeName: string, choice: string): Step {
  return { flow: 'locked', node: nodeName, choice }
}

import type { ActionsBlock, Button, KnownBlock } from '@slack/types'
import fc from 'fast-check'
import type { OwnerNoticeView } from '../../../src/application/owner-notices.ts'
import type { PostView } from '../../../src/application/post.ts'
import { validateMessage } from '../../../src/block-kit/validate-message.ts'
import { forOwner } from '../../../src/desk/for-owner.ts'
import type { OwedNotice } from '../../../src/desk/owed-notices.ts'
import { Outcome, type Ticket } from '../../../src/desk/ticket.ts'
import { TicketValue } from '../../../src/slack/action.ts'
import { renderPost } from '../../../src/slack/views/render-post.ts'
import { arbitraryTicket } from './arbitrary-ticket.ts'
import { languages, ticketOf, views } from './example.ts'
import { followable, liveSequences, mrkdwnStrings } from './live-sequences.ts'

const notices: readonly OwedNotice[] = [
  { of: 'opened' },
  { of: 'reopened' },
  ...([...Outcome.options, 'declined', 'cancelled', 'open_again'] as const).map(
    (as) => ({ of: 'closed', as }) as const,
  ),
]
const readers = [
  { to: 'owner', owner: 'told' },
  { to: 'manager', owner: 'requester' },
  { to: 'manager', owner: 'no_account' },
  { to: 'security', owner: 'requester' },
  { to: 'security', owner: 'no_account' },
  { to: 'security_channel', owner: 'requester' },
  { to: 'security_channel', owner: 'no_account' },
] as const
const frozen = { by: 'U0SUN', at: 1 }
const unfrozen = { by: 'U0CHENJIE', at: 2, identityCheck: 'callback' } as const

function notice(more: Partial<OwnerNoticeView> = {}, ticket: Partial<Ticket> = {}): OwnerNoticeView {
  return {
    kind: 'owner_notice',
    language: 'en',
    to: 'owner',
    owner: 'told',
    notice: { of: 'opened' },
    ticket: forOwner(ticketOf(ticket)),
    live: true,
    ...more,
  }
}

function message(view: PostView): { text: string; blocks: KnownBlock[] } {
  const rendered = renderPost(view, views)
  if (rendered.kind !== 'message') throw new Error('not a message')
  return rendered
}

const buttons = (view: PostView): Button[] =>
  message(view)
    .blocks.filter((block): block is ActionsBlock => block.type === 'actions')
    .flatMap((block) => block.elements)
    .filter((element): element is Button => element.type === 'button')
const labels = (view: PostView): string[] => buttons(view).map(({ text }) => text.text)

const every = languages.flatMap((language) =>
  readers.flatMap((reader) =>
    notices.flatMap((each) =>
      [{}, { frozen }, { unfrozen }].flatMap((ticket) =>
        [true, false].map((live) => notice({ ...reader, language, notice: each, live }, ticket)),
      ),
    ),
  ),
)

describe('ownerNotice', () => {
  it('stays inside the limits, for every reader, notice and state, in both languages', () => {
    for (const view of every) expect(validateMessage(message(view))).toEqual([])
  })

  it('says of which mailbox, who asks, for what in general, and the ticket', () => {
    for (const view of every) {
      const { text } = message(view)
      expect(text).toContain('lin.wei@example.com')
      expect(text).toContain('<@U0LINWEI>')
      expect(text).toContain('1042')
      expect(text).toContain(view.language === 'en' ? 'second factor lost' : '无法完成二次验证')
      expect(text).not.toMatch(/airport|Captcha|Lin Wei/)
    }
  })

  it('gives a person the button while it is not stopped, and a channel none', () => {
    for (const view of every) {
      const may = view.live && view.to !== 'security_channel' && view.ticket.frozen === undefined
      expect(buttons(view).map(({ action_id }) => action_id)).toEqual(may ? ['ticket:freeze'] : [])
      for (const { value, confirm } of buttons(view)) {
        expect(TicketValue.parse(JSON.parse(value ?? ''))).toEqual({ ticket: 1042, version: 1 })
        expect(confirm).toBeDefined()
      }
    }
  })

  it('calls it “me” to the owner and “them” to whoever hears in their place', () => {
    expect(labels(notice())).toEqual(['This wasn’t me'])
    expect(labels(notice({ to: 'manager', owner: 'requester' }))).toEqual(['This wasn’t them'])
    expect(labels(notice({ language: 'zh' }))).toEqual(['不是我本人操作'])
  })

  it('says what was done, why somebody else hears, and what happens next', () => {
    const closed = notice({ notice: { of: 'closed', as: 'password_reset' } })
    expect(message(closed).text).toContain(
      'A postmaster has reset the password of your mailbox lin.wei@example.com.',
    )
    expect(message(notice()).text).toContain('a postmaster calls you on the number your company has on file')
    const manager = message(notice({ to: 'manager', owner: 'requester' })).text
    expect(manager).toContain('Whoever sits in their Slack account would read a notice to them as well')
    expect(manager).toContain('you, as the requester’s manager.')
    const channel = message(notice({ to: 'security_channel', owner: 'no_account' })).text
    expect(channel).toContain('has no account in Slack')
    expect(channel).toContain('tell the postmasters at once.')
  })

  it('says that it is stopped, and later that it goes on', () => {
    expect(message(notice({}, { frozen })).text).toContain(
      'Nothing goes on before a postmaster has spoken with you',
    )
    expect(message(notice({}, { unfrozen })).text).toContain('If nobody did, say so below.')
  })

  it('lets nothing a person typed act, whatever the ticket', () => {
    fc.assert(
      fc.property(
        arbitraryTicket,
        fc.constantFrom(...readers),
        fc.constantFrom(...notices),
        fc.constantFrom(...languages),
        (any, reader, each, language) => {
          const title = { en: 'Locked' }
          const rendered = message(
            notice({ ...reader, notice: each, language, ticket: forOwner({ ...any, title }) }),
          )
          expect(validateMessage(rendered)).toEqual([])
          expect(liveSequences(rendered.text)).toEqual([])
          expect(mrkdwnStrings(rendered.blocks).flatMap(liveSequences)).toEqual([])
          expect(followable(rendered.blocks)).toEqual([])
        },
      ),
    )
  })
})

describe('the news of a requester whose own mailbox it is', () => {
  const news = (ticket: Partial<Ticket>, live = true): PostView => ({
    kind: 'ticket_news',
    language: 'en',
    news: 'opened',
    ticket: ticketOf(ticket),
    live,
  })

  it('has the button beside the others, and that of anybody else has not', () => {
    expect(labels(news({ owner: 'U0LINWEI' }))).toEqual([
      'Add something',
      "I'm in, cancel it",
      'This wasn’t me',
    ])
    expect(labels(news({ owner: 'U0SUN' }))).not.toContain('This wasn’t me')
    expect(labels(news({ owner: 'U0LINWEI', state: 'cancelled' }))).toEqual(['This wasn’t me'])
    expect(labels(news({ owner: 'U0LINWEI' }, false))).toEqual([])
  })

  it('says that it is stopped, and what to do about the Slack account, without a button', () => {
    const view = news({ owner: 'U0LINWEI', frozen: { by: 'U0LINWEI', at: 1 } })
    expect(labels(view)).toEqual([])
    expect(message(view).text).toContain('change your Slack password and end all other sessions')
  })
})

describe('the postmasters’ card', () => {
  const opened = { of: 'opened', at: 1 } as const
  const closed = { state: 'resolved', outcome: 'unlocked', identityCheck: 'callback' } as const

  it.each<[string, Partial<Ticket>]>([
    ['Owner not told yet', {}],
    ['Owner <@U0SUN> told\n', { owner: 'U0SUN', notices: [{ ...opened, owner: 'told' }] }],
    [
      'Owner is the requester, <@U0MA> (security contact) told\n',
      { owner: 'U0LINWEI', second: 'U0MA', notices: [{ ...opened, owner: 'requester', second: 'security' }] },
    ],
    [
      'Owner is the requester, <@U0BOSS> (the requester’s manager) told\n',
      { second: 'U0BOSS', notices: [{ ...opened, owner: 'requester', second: 'manager' }] },
    ],
    [
      'Owner has no Slack account, the security contact told\n',
      { notices: [{ ...opened, owner: 'no_account', second: 'security' }] },
    ],
    [
      'Owner is the requester, and there is nobody else to tell\n',
      { notices: [{ ...opened, owner: 'requester', second: 'nobody' }] },
    ],
    [
      'Owner <@U0SUN> told, not told of the close yet\n',
      { ...closed, owner: 'U0SUN', notices: [{ ...opened, owner: 'told' }] },
    ],
  ])('says “%s”', (line, ticket) => {
    const view: PostView = { kind: 'ticket', language: 'en', ticket: ticketOf(ticket) }
    expect(message(view).text).toContain(line)
    expect(validateMessage(message({ ...view, language: 'zh' }))).toEqual([])
  })
})

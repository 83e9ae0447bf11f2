import { type PostView, TicketNews } from '../../src/application/post.ts'
import { rewriteView } from '../../src/application/rewrite-view.ts'
import { validateMessage } from '../../src/block-kit/validate-message.ts'
import { validateView } from '../../src/block-kit/validate-view.ts'
import { withoutPerson, withoutText } from '../../src/desk/retention.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { renderPost } from '../../src/slack/views/render-post.ts'
import { cardOf, languages, tickets, views } from '../slack/views/example.ts'

const canary = 'canary-31'

/** Every kind of post that shows a ticket, full of words. */
function showing(ticket: Ticket): PostView[] {
  return languages.flatMap((language): PostView[] => [
    { kind: 'ticket', language, ticket },
    { kind: 'home', language, ticket, hasSession: false },
    ...TicketNews.options.map(
      (news): PostView => ({ kind: 'ticket_news', language, news, ticket, text: canary, live: true }),
    ),
  ])
}

function wordy(ticket: Ticket): Ticket {
  const requester = { ...ticket.requester, name: canary, email: canary }
  const messages = ticket.messages.map((each) => ({ ...each, text: canary }))
  return { ...ticket, requester, messages, mailbox: canary, note: canary, screenText: canary }
}

describe('rewriteView', () => {
  it('takes a person out of every post that shows their ticket, and Slack still takes what is left', () => {
    for (const view of tickets.map(wordy).flatMap(showing)) {
      const erased = rewriteView(view, (ticket) => withoutPerson(ticket, ticket.requester.user))
      expect(JSON.stringify(erased)).not.toContain(canary)
      const rendered = renderPost(erased, views)
      expect(rendered.kind === 'home' ? validateView(rendered.view) : validateMessage(rendered)).toEqual([])
    }
  })

  it('takes the words out of every post that shows a ticket', () => {
    for (const ticket of tickets) {
      for (const view of showing({ ...ticket, note: canary, screenText: canary })) {
        expect(JSON.stringify(rewriteView(view, withoutText))).not.toContain(canary)
      }
    }
  })

  it('leaves a post without a ticket as it is', () => {
    const home = { kind: 'home', language: 'en', hasSession: true } as const
    const notice = { kind: 'notice', language: 'en', notice: 'text_only' } as const
    for (const view of [home, notice, cardOf({ kind: 'menu', why: 'welcome' })]) {
      expect(rewriteView(view, withoutText)).toBe(view)
    }
  })
})

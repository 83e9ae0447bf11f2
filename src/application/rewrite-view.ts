import type { Ticket } from '../desk/ticket.ts'
import type { PostView } from './post.ts'

/** The view with its ticket as `rewrite` leaves it, and without the words that were said about it. */
export function rewriteView(view: PostView, rewrite: (ticket: Ticket) => Ticket): PostView {
  switch (view.kind) {
    case 'ticket':
    case 'owner_notice':
      return { ...view, ticket: rewrite(view.ticket) }
    case 'ticket_news': {
      const { text: _said, ...rest } = view
      return { ...rest, ticket: rewrite(view.ticket) }
    }
    case 'home':
      return view.ticket === undefined ? view : { ...view, ticket: rewrite(view.ticket) }
    case 'card':
    case 'retired_card':
    case 'reminder':
    case 'aside':
    case 'notice':
    case 'alarm':
    case 'digest':
      return view
  }
}

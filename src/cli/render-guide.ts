import type { PostView } from '../application/post.ts'
import type { BlockKitIssue } from '../block-kit/issue.ts'
import { validateMessage } from '../block-kit/validate-message.ts'
import { validateView } from '../block-kit/validate-view.ts'
import { type OpeningCase, openTicket } from '../desk/open-ticket.ts'
import type { DeskPolicy } from '../desk/policy.ts'
import type { Ticket } from '../desk/ticket.ts'
import { type ContentIssue, fileName } from '../guide/content-set.ts'
import type { Guide, GuideNode, Place } from '../guide/guide.ts'
import { reminderOf } from '../guide/place.ts'
import type { Screen } from '../guide/session.ts'
import { Language, type Localised } from '../language.ts'
import { renderPost } from '../slack/views/render-post.ts'
import type { ViewContext } from '../slack/views/view-context.ts'

const noon = Date.UTC(2026, 0, 1, 12)

function card(screen: Screen, language: Language): PostView {
  return { kind: 'card', language, session: 's'.repeat(40), version: 1, screen, path: [], canGoBack: true }
}

const noPolicy: DeskPolicy = {
  aliasDomains: [],
  privilegedMailboxes: [],
  emailTrust: 'unverified',
  requestsPerDay: 1,
}

/** A ticket as it would be opened from this node. */
function ticketFrom(node: Extract<GuideNode, { kind: 'escalate' }>, language: Language): Ticket {
  const { title, reason, postmaster } = node
  const opening: OpeningCase = {
    number: 1001,
    team: 'T0',
    requester: { user: 'U0', name: 'Somebody', language },
    mailbox: 'somebody@example.com',
    onBehalfOf: true,
    reason,
    title,
    screenText: '',
    note: '',
    lockedSince: 'today',
    path: [],
    todo: postmaster,
  }
  return openTicket(opening, noPolicy, noon)
}

/** Everything that Slack would show because of one node. */
function viewsOf(place: Place, node: GuideNode, language: Language): PostView[] {
  if (node.kind === 'done') return [card({ kind: 'ended', how: 'solved', place }, language)]
  const screen: Screen = { kind: 'node', ...place, since: noon }
  const views: PostView[] = [
    card(screen, language),
    { kind: 'retired_card', language, screen },
    { kind: 'aside', language, place },
  ]
  if (reminderOf(node) !== undefined) views.push(card({ ...screen, remindAt: noon }, language))
  if (node.kind === 'escalate') views.push({ kind: 'ticket', language, ticket: ticketFrom(node, language) })
  return views
}

function refused(view: PostView, views: ViewContext): readonly BlockKitIssue[] {
  const rendered = renderPost(view, views)
  return rendered.kind === 'home' ? validateView(rendered.view) : validateMessage(rendered)
}

interface RenderedGuide {
  /** How many views there are. */
  readonly views: number
  readonly issues: readonly ContentIssue[]
}

/** Every view that belongs to a place of the content, as file and path. */
function placedViews(guide: Guide): { file: string; path: string; view: PostView }[] {
  const nodes = [...guide.flows.values()].flatMap((flow) =>
    [...flow.nodes].flatMap(([name, node]) =>
      Language.options
        .flatMap((language) => viewsOf({ flow: flow.id, node: name }, node, language))
        .map((view) => ({ file: fileName(flow.id), path: `flow.nodes.${name}`, view })),
    ),
  )
  const menu = Language.options.map((language) => ({
    file: fileName(guide.menu[0] ?? ''),
    path: 'menu',
    view: card({ kind: 'menu', why: 'still_unsure' }, language),
  }))
  return [...nodes, ...menu]
}

/** Renders every node and the menu, in every language, and reports what Slack would refuse. */
export function renderGuide(guide: Guide, supportContact: Localised): RenderedGuide {
  const placed = placedViews(guide)
  const issues = placed.flatMap(({ file, path, view }) =>
    refused(view, { guide, supportContact }).map(
      (issue): ContentIssue => ({
        severity: 'error',
        file,
        path,
        message: `Slack refuses the ${view.kind} (${view.language}) at ${issue.path}: ${issue.message}`,
      }),
    ),
  )
  return { views: placed.length, issues }
}

import type { App } from '@slack/bolt'
import { z } from 'zod'
import { actOnTicket } from '../../application/act-on-ticket.ts'
import { PosternError } from '../../application/errors.ts'
import { handOver } from '../../application/hand-over.ts'
import type { Reply } from '../../application/reply.ts'
import type { TicketAction } from '../../desk/action.ts'
import { AddForm, HandOverForm, ReplyForm, ResolveForm } from '../action.ts'
import { type Delivery, deliveryIn } from '../receiver/delivery.ts'
import { fieldErrorText } from '../views/field-error.ts'
import { deliver } from './deliver.ts'
import { actsAsPostmaster, type Edge, whoActs } from './edge.ts'
import { decodeEntities } from './plain-text.ts'
import type { WhisperRoute } from './whisper.ts'

const Input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

const Submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.object({ value: Input })) }),
  }),
})

const ofTicket = { ticket: z.int(), version: z.int() }

/** The form's private_metadata, as `slack/views` wrote it. */
const Opened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand_over'), session: z.string(), version: z.int() }),
  z.object({ kind: z.literal('reply'), ...ofTicket }),
  z.object({ kind: z.literal('resolve'), ...ofTicket }),
  z.object({ kind: z.literal('add'), ...ofTicket }),
])
type Opened = z.infer<typeof Opened>

interface Form {
  readonly delivery: Delivery
  readonly user: string
  readonly opened: Opened
  readonly fields: Readonly<Record<string, string>>
}

function readForm(delivery: Delivery): Form {
  const { user, view } = Submission.parse(delivery.body)
  const fields = Object.entries(view.state.values).map(([name, { value: input }]) => [
    name,
    decodeEntities(input.value ?? input.selected_option?.value ?? ''),
  ])
  return {
    delivery,
    user: user.id,
    opened: Opened.parse(JSON.parse(view.private_metadata)),
    fields: Object.fromEntries(fields),
  }
}

/** The inputs as `schema` wants them; or the form stays open, and says which are missing. */
function checked<T>(schema: z.ZodType<T>, form: Form): T | undefined {
  const result = schema.safeParse(form.fields)
  if (result.success) return result.data
  const text = fieldErrorText('missing', form.delivery.language)
  const names = result.error.issues.map(({ path }) => String(path[0]))
  const shown = names.filter((name) => name in form.fields)
  // a form of an older release may lack the very field; Slack shows an error under none that is not there
  if (shown.length === 0) throw new PosternError('payload_malformed', { cause: result.error })
  const errors = Object.fromEntries(shown.map((name) => [name, text]))
  form.delivery.answer({ response_action: 'errors', errors })
  return undefined
}

function ticketAction(form: Form): TicketAction | undefined {
  switch (form.opened.kind) {
    case 'hand_over':
      return undefined
    case 'reply': {
      const fields = checked(ReplyForm, form)
      return fields && { type: 'reply', ...fields }
    }
    case 'resolve': {
      const fields = checked(ResolveForm, form)
      return fields && { type: 'resolve', ...fields }
    }
    case 'add': {
      const fields = checked(AddForm, form)
      return fields && { type: 'add', ...fields }
    }
  }
}

async function submitHandOver(edge: Edge, form: Form, session: string, version: number): Promise<void> {
  const { delivery, user } = form
  const person = await whoActs(edge, delivery, user)
  const fields = checked(HandOverForm, form)
  if (fields === undefined) return
  await deliver(edge, { delivery, route: { user } }, (tx) =>
    handOver(tx, edge.context, { person, session, version, ...fields }),
  )
}

async function submitTicketForm(edge: Edge, form: Form, ticket: number, version: number): Promise<void> {
  const { delivery, user, opened } = form
  const person = await whoActs(edge, delivery, user)
  const action = ticketAction(form)
  if (action === undefined) return
  const isRequesters = opened.kind === 'add'
  const isPostmaster = !isRequesters && (await actsAsPostmaster(edge, person))
  const route: WhisperRoute = isRequesters ? { user } : { user, channel: edge.context.postmasterChannel }
  await deliver(
    edge,
    { delivery, route },
    (tx): Promise<Reply> => actOnTicket(tx, edge.context, { person, isPostmaster, ticket, version, action }),
  )
}

/** Forms that were sent: hand-over, reply, resolve and add. */
export function listenToForms(app: App, edge: Edge): void {
  app.view({ type: 'view_submission' }, async ({ context }) => {
    const form = readForm(deliveryIn(context))
    const { opened } = form
    if (opened.kind === 'hand_over') await submitHandOver(edge, form, opened.session, opened.version)
    else await submitTicketForm(edge, form, opened.ticket, opened.version)
  })
}

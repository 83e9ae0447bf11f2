import type { App } from '@slack/bolt'
import { z } from 'zod'
import { handOver } from '../../application/hand-over.ts'
import { HandOverForm } from '../action.ts'
import { type Delivery, deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { checked } from './form-fields.ts'
import { decodeEntities } from './plain-text.ts'
import { OpenedTicketForm, submitTicketForm } from './ticket-form.ts'

const Input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
})
type Input = z.infer<typeof Input>

const Submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.object({ value: Input })) }),
  }),
})

/** The form's private_metadata, as `slack/views` wrote it. */
const OpenedHandOver = z.object({ kind: z.literal('hand_over'), session: z.string(), version: z.int() })
const Opened = z.union([OpenedHandOver, OpenedTicketForm])
type Opened = z.infer<typeof Opened>

interface Submitted {
  readonly delivery: Delivery
  readonly user: string
  readonly opened: Opened
  readonly fields: Readonly<Record<string, string>>
}

function entered({ value, selected_option, selected_options, selected_user }: Input): string {
  const chosen = selected_options?.map((option) => option.value).join(',')
  return value ?? selected_option?.value ?? chosen ?? selected_user ?? ''
}

function readForm(delivery: Delivery): Submitted {
  const { user, view } = Submission.parse(delivery.body)
  const fields = Object.entries(view.state.values).map(([name, { value: input }]) => [
    name,
    decodeEntities(entered(input)),
  ])
  return {
    delivery,
    user: user.id,
    opened: Opened.parse(JSON.parse(view.private_metadata)),
    fields: Object.fromEntries(fields),
  }
}

async function submitHandOver(
  edge: Edge,
  form: Submitted,
  { session, version }: z.infer<typeof OpenedHandOver>,
): Promise<void> {
  const { delivery, user } = form
  const person = await whoActs(edge, delivery, user)
  const fields = checked(HandOverForm, form)
  if (fields === undefined) return
  await deliver(edge, { delivery, route: { user } }, (tx) =>
    handOver(tx, edge.context, { person, session, version, ...fields }),
  )
}

/** Forms that were sent: the hand-over, and those of tickets. */
export function listenToForms(app: App, edge: Edge): void {
  app.view({ type: 'view_submission' }, async ({ context }) => {
    const form = readForm(deliveryIn(context))
    const { opened } = form
    if (opened.kind === 'hand_over') await submitHandOver(edge, form, opened)
    else await submitTicketForm(edge, { ...form, opened })
  })
}

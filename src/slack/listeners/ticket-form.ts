import { z } from 'zod'
import { actOnTicket, type TicketRequest } from '../../application/act-on-ticket.ts'
import { rules } from '../../desk/rules.ts'
import { AddForm, CheckForm, DeclineForm, HandForm, ReplyForm, ResolveForm } from '../action.ts'
import { deliver } from './deliver.ts'
import type { Edge } from './edge.ts'
import { checked, type Fields } from './form-fields.ts'
import { whoIsChosen, whoTries } from './ticket-actor.ts'
import type { WhisperRoute } from './whisper.ts'

/** The private_metadata of a ticket's form, as `slack/views` wrote it. */
export const OpenedTicketForm = z.object({
  kind: z.enum([
    'release',
    'hand',
    'ask',
    'reply',
    'note',
    'resolve',
    'decline',
    'add',
    'approve',
    'unfreeze',
  ]),
  ticket: z.int(),
  version: z.int(),
})
type OpenedTicketForm = z.infer<typeof OpenedTicketForm>

interface TicketForm extends Fields {
  readonly user: string
  readonly opened: OpenedTicketForm
}

function attemptOf({ delivery, user, opened }: TicketForm) {
  return { delivery, user, ticket: opened.ticket, action: opened.kind }
}

async function handTo(edge: Edge, form: TicketForm): Promise<TicketRequest | undefined> {
  const fields = checked(HandForm, form)
  return fields && { type: 'hand', to: await whoIsChosen(edge, attemptOf(form), fields.to) }
}

async function requestIn(edge: Edge, form: TicketForm): Promise<TicketRequest | undefined> {
  const { kind } = form.opened
  switch (kind) {
    case 'release':
      return { type: kind }
    case 'hand':
      return await handTo(edge, form)
    case 'ask':
    case 'reply':
    case 'note': {
      const fields = checked(ReplyForm, form)
      return fields && { type: kind, ...fields }
    }
    case 'add': {
      const fields = checked(AddForm, form)
      return fields && { type: kind, ...fields }
    }
    case 'resolve': {
      const fields = checked(ResolveForm, form)
      return fields && { type: kind, ...fields }
    }
    case 'approve':
    case 'unfreeze': {
      const fields = checked(CheckForm, form)
      return fields && { type: kind, ...fields }
    }
    case 'decline': {
      const fields = checked(DeclineForm, form)
      if (fields === undefined) return undefined
      const { reason, text } = fields
      return { type: kind, reason, ...(text === '' ? {} : { text }) }
    }
  }
}

/** A form of a ticket: whoever sent it is looked up and authorised anew, whatever was true when it was opened. */
export async function submitTicketForm(edge: Edge, form: TicketForm): Promise<void> {
  const { delivery, user, opened } = form
  const who = await whoTries(edge, attemptOf(form))
  const action = await requestIn(edge, form)
  if (action === undefined) return
  const isRequesters = rules[opened.kind].by === 'requester'
  const route: WhisperRoute = isRequesters ? { user } : { user, channel: edge.context.postmasterChannel }
  const { ticket, version } = opened
  await deliver(edge, { delivery, route }, (tx) =>
    actOnTicket(tx, edge.context, { ...who, ticket, version, action }),
  )
}

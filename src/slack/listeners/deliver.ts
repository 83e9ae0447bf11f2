import { PosternError } from '../../application/errors.ts'
import type { Tx } from '../../application/ports.ts'
import type { Modal, Reply } from '../../application/reply.ts'
import type { Language } from '../../language.ts'
import { asWritten } from '../as-written.ts'
import type { Delivery } from '../receiver/delivery.ts'
import { slackFailure } from '../slack-failure.ts'
import { fieldErrorText } from '../views/field-error.ts'
import { renderModal } from '../views/render-modal.ts'
import { renderWhisper } from '../views/render-whisper.ts'
import type { Edge } from './edge.ts'
import { type WhisperRoute, whisper } from './whisper.ts'

/** One delivery on its way to one use case. */
export interface Turn {
  readonly delivery: Delivery
  readonly route: WhisperRoute
  /** Opens one form, for 3 s. */
  readonly trigger?: string | undefined
}

async function openModal(
  edge: Edge,
  turn: Turn,
  trigger: string,
  modal: Modal,
  language: Language,
): Promise<void> {
  try {
    await edge.client.views.open({ trigger_id: trigger, view: renderModal(modal, language, edge.views) })
  } catch (error) {
    const { kind, code } = slackFailure(error)
    const reference = edge.context.ids.reference()
    edge.log.error('form could not be opened', { reference, code, delivery: turn.delivery.key })
    const told = kind === 'refused' ? 'slack_refused' : 'slack_unavailable'
    const words = renderWhisper({ kind: 'error', code: told, reference }, language, edge.views)
    await whisper(edge, turn.route, words)
  }
}

/** A warning about a secret in a thread would lead others to it, and is not shown where a thread has no replies yet. */
const outOfThread = ({ user, url, channel }: WhisperRoute): WhisperRoute => ({ user, url, channel })

/** A command's own answer carries the first whisper; all else goes by its route, after Slack is answered. */
async function whisperAll(edge: Edge, turn: Turn, reply: Reply): Promise<void> {
  const told = reply.whispers.map((each) => ({
    words: renderWhisper(each, reply.language, edge.views),
    route: each.kind === 'secret_removed' ? outOfThread(turn.route) : turn.route,
  }))
  if (turn.delivery.kind === 'command' && !turn.delivery.settled && told.length > 0) {
    turn.delivery.answer({ response_type: 'ephemeral', ...asWritten, ...told.shift()?.words })
  }
  for (const { words, route } of told) await whisper(edge, route, words)
}

function answerForm({ delivery }: Turn, { fieldErrors = {}, language }: Reply): void {
  const errors = Object.entries(fieldErrors).map(([field, code]) => [field, fieldErrorText(code, language)])
  if (errors.length > 0) delivery.answer({ response_action: 'errors', errors: Object.fromEntries(errors) })
}

/**
 * Runs one use case in the one transaction of its delivery; then wakes the workers, whispers, opens the form that is wanted
 * and marks wrong fields. A delivery seen before has no effect and no answer but the acknowledgement.
 */
export async function deliver(edge: Edge, turn: Turn, use: (tx: Tx) => Promise<Reply>): Promise<void> {
  const outcome = await edge.store.deliver(turn.delivery.key, edge.context.clock.now(), use)
  if (outcome.kind === 'seen') return
  const reply = outcome.value
  edge.wake()
  answerForm(turn, reply)
  if (reply.modal !== undefined) {
    if (turn.trigger === undefined) throw new PosternError('internal')
    edge.inBackground(openModal(edge, turn, turn.trigger, reply.modal, reply.language))
  }
  edge.inBackground(whisperAll(edge, turn, reply))
}

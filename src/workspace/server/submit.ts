import { z } from 'zod'
import type { SubmitModal } from '../page-api.ts'
import { answered } from './answers.ts'
import { ApiError } from './api-error.ts'
import { type Control, controlsOf, holds, stateValues } from './controls.ts'
import { isJson, type Json } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { PageRefusal } from './page-refusal.ts'
import { interactiveBase } from './payloads.ts'
import type { StoredView } from './records.ts'
import type { Member } from './team.ts'
import { viewShape } from './view-shape.ts'
import { closeModals, pushModal, updateModal, viewArgument } from './views.ts'

const view = z.unknown()
const ResponseAction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.literal('update'), view }),
  z.object({ response_action: z.literal('push'), view }),
])

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What Slack's own form says about an input before it is sent at all. */
function complaint(control: Control, held: unknown): string | undefined {
  const { block, element } = control
  if (isEmpty(held)) return block.optional === true ? undefined : 'Please complete this required field.'
  if (typeof held !== 'string') return undefined
  const { min_length: min, max_length: max } = element
  if (typeof min === 'number' && held.length < min)
    return `Please lengthen this text to ${min} characters or more.`
  if (typeof max === 'number' && held.length > max)
    return `Please shorten this text to ${max} characters or less.`
  return undefined
}

function complaints(blocks: unknown, values: Record<string, Json>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const control of controlsOf(blocks)) {
    const state = values[control.blockId]?.[control.actionId]
    const name = holds(control.element)
    if (control.block.type !== 'input' || name === 'nothing') continue
    const held = z.record(z.string(), z.unknown()).safeParse(state).data?.[name]
    const text = held === undefined ? 'Please choose one of the options.' : complaint(control, held)
    if (text !== undefined) found[control.blockId] = text
  }
  return found
}

/** Does what the app's answer to a form says: close it, show errors, or show another view. */
function follow(slack: LocalSlack, user: Member, modal: StoredView, body: unknown): void {
  if (!isJson(body) || body.response_action === undefined) {
    closeModals(slack, user.id, modal.id)
    return
  }
  const parsed = ResponseAction.safeParse(body)
  if (!parsed.success) throw new PageRefusal('invalid_response_action')
  const action = parsed.data
  switch (action.response_action) {
    case 'errors': {
      const ids = new Set(controlsOf(modal.view.blocks).map((control) => control.blockId))
      if (!Object.keys(action.errors).some((id) => ids.has(id)))
        throw new PageRefusal('invalid_response_action')
      throw new PageRefusal('errors', action.errors)
    }
    case 'clear':
      closeModals(slack, user.id)
      return
    case 'update':
      updateModal(slack, modal.id, viewArgument(slack, action.view, 'modal'))
      return
    case 'push':
      pushModal(slack, user.id, viewArgument(slack, action.view, 'modal'))
  }
}

function ownModal(slack: LocalSlack, user: Member, id: string): StoredView {
  const modal = slack.state.modals.get(id)
  if (modal?.user !== user.id) throw new PageRefusal('view_not_found')
  return modal
}

/** A person sends a form; throws PageRefusal with the errors of its fields, or when the app did not answer. */
export async function submit(slack: LocalSlack, user: Member, input: SubmitModal): Promise<void> {
  const modal = ownModal(slack, user, input.viewId)
  const { blocks } = modal.view
  const values = stateValues(blocks, (control) => input.inputs[control.blockId]?.[control.actionId])
  const wrong = complaints(blocks, values)
  if (Object.keys(wrong).length > 0) throw new PageRefusal('errors', wrong)
  const payload = slack.state.change(() => ({
    type: 'view_submission',
    ...interactiveBase(user),
    trigger_id: slack.triggers.issue(user.id, modal.id),
    view: viewShape(modal, values),
    response_urls: [],
  }))
  try {
    follow(slack, user, modal, answered(await slack.deliveries.ask({ kind: 'interactive', payload })))
  } catch (error) {
    if (error instanceof ApiError) throw new PageRefusal('invalid_response_action')
    throw error
  }
}

/** A person closes a form; the app is told where it asked for it. */
export async function close(slack: LocalSlack, user: Member, viewId: string): Promise<void> {
  const modal = ownModal(slack, user, viewId)
  closeModals(slack, user.id, modal.id)
  if (modal.view.notify_on_close !== true) return
  const payload = {
    type: 'view_closed',
    ...interactiveBase(user),
    view: viewShape(modal),
    is_cleared: false,
  }
  await slack.deliveries.ask({ kind: 'interactive', payload })
}

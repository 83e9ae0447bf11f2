import { validateView } from '../../block-kit/validate-view.ts'
import { ApiError } from './api-error.ts'
import { identifyBlocks } from './identify-blocks.ts'
import { isJson, type Json, objects } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { jsonArgument } from './message-content.ts'
import type { StoredView } from './records.ts'

const maxBytes = 250_000
const maxStack = 3

/** Reads a view argument; throws as Slack refuses it. */
export function viewArgument(slack: LocalSlack, value: unknown, type: 'modal' | 'home'): Json {
  const view = jsonArgument(value)
  if (!isJson(view)) throw new ApiError('invalid_arguments', ['[ERROR] missing required field: view'])
  if (Buffer.byteLength(JSON.stringify(view)) > maxBytes) throw new ApiError('view_too_large')
  const issues = validateView(view)
  if (issues.length > 0) {
    throw new ApiError(
      'invalid_arguments',
      issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/view${issue.path}]`),
    )
  }
  if (view.type !== type) {
    throw new ApiError('invalid_arguments', [`[ERROR] must be a ${type} view [json-pointer:/view/type]`])
  }
  return { ...view, blocks: identifyBlocks(objects(view.blocks), (prefix) => slack.state.nextId(prefix)) }
}

/** A person's open modals, the top one last. */
export function modalsOf(slack: LocalSlack, user: string): StoredView[] {
  return slack.state.modals.values().filter((modal) => modal.user === user)
}

function newHash(slack: LocalSlack): string {
  return slack.state.nextTs()
}

/** Opens a modal over whatever the person sees; a new root closes an older stack. */
export function openModal(slack: LocalSlack, user: string, view: Json): StoredView {
  return slack.state.change(() => {
    for (const modal of modalsOf(slack, user)) slack.state.modals.delete(modal.id)
    const id = slack.state.nextId('V0')
    const stored: StoredView = { id, user, view, hash: newHash(slack), root: id }
    slack.state.modals.set(id, stored)
    return stored
  })
}

export function pushModal(slack: LocalSlack, user: string, view: Json): StoredView {
  return slack.state.change(() => {
    const stack = modalsOf(slack, user)
    const top = stack.at(-1)
    if (top === undefined) throw new ApiError('not_found')
    if (stack.length >= maxStack) throw new ApiError('push_limit_reached')
    const id = slack.state.nextId('V0')
    const stored: StoredView = { id, user, view, hash: newHash(slack), root: top.root, previous: top.id }
    slack.state.modals.set(id, stored)
    return stored
  })
}

export function updateModal(slack: LocalSlack, id: string, view: Json, hash?: string): StoredView {
  return slack.state.change(() => {
    const before = slack.state.modals.get(id)
    if (before === undefined) throw new ApiError('not_found')
    if (hash !== undefined && hash !== before.hash) throw new ApiError('hash_conflict')
    const stored: StoredView = { ...before, view, hash: newHash(slack) }
    slack.state.modals.set(id, stored)
    return stored
  })
}

/** Closes the modal and every one above it, or all of the person's. */
export function closeModals(slack: LocalSlack, user: string, from?: string): void {
  slack.state.change(() => {
    const stack = modalsOf(slack, user)
    const first = from === undefined ? 0 : stack.findIndex((modal) => modal.id === from)
    for (const modal of first < 0 ? [] : stack.slice(first)) slack.state.modals.delete(modal.id)
  })
}

export function publishHome(slack: LocalSlack, user: string, view: Json, hash?: string): StoredView {
  return slack.state.change(() => {
    const before = slack.state.homes.get(user)
    if (hash !== undefined && before !== undefined && hash !== before.hash)
      throw new ApiError('hash_conflict')
    const id = before?.id ?? slack.state.nextId('V0')
    const stored: StoredView = { id, user, view, hash: newHash(slack), root: id }
    slack.state.homes.set(user, stored)
    return stored
  })
}

import { z } from 'zod'
import { type PageMessage, PageResult, PageState, type PressAction } from '../../src/workspace/page-api.ts'

const Control = z.object({
  type: z.string(),
  action_id: z.string(),
  text: z.object({ text: z.string() }).optional(),
})
type Control = z.infer<typeof Control>
const Block = z.object({
  type: z.string(),
  block_id: z.string(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
})
type Block = z.infer<typeof Block>
type Container = PressAction['container']

/** A button somebody can press now, and where. */
interface Button {
  readonly container: Container
  readonly blockId: string
  readonly actionId: string
  readonly label: string
}

function blocksOf(value: unknown): Block[] {
  return z
    .array(z.unknown())
    .catch([])
    .parse(value)
    .flatMap((block) => Block.safeParse(block).data ?? [])
}

function controlsOf(block: Block): Control[] {
  return [...(block.elements ?? []), block.accessory, block.element].flatMap(
    (element) => Control.safeParse(element).data ?? [],
  )
}

function buttonsOf(blocks: unknown, container: Container): Button[] {
  return blocksOf(blocks).flatMap((block) =>
    controlsOf(block).map((control) => ({
      container,
      blockId: block.block_id,
      actionId: control.action_id,
      label: control.text?.text ?? '',
    })),
  )
}

/** All messages a person sees, oldest first. */
export function messagesOf(state: PageState, channel?: string): PageMessage[] {
  return state.channels
    .filter((each) => channel === undefined || each.id === channel)
    .flatMap((each) => each.messages)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
}

/** What a message shows as one string: its text and every text in its blocks. */
export function shownText(message: PageMessage): string {
  const texts: string[] = [message.text]
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name === 'text' && typeof inner === 'string') texts.push(inner)
        else collect(inner)
      }
    }
  }
  collect(message.blocks)
  return texts.join('\n')
}

/** Every control in sight, the top modal's first, then messages from new to old, then the Home tab's. */
export function buttonsInSight(state: PageState, channel?: string): Button[] {
  const modal = state.modals.at(-1)
  const ofMessages = messagesOf(state, channel)
    .reverse()
    .flatMap((message) =>
      buttonsOf(message.blocks, { type: 'message', channel: message.channel, ts: message.ts }),
    )
  if (channel !== undefined) return ofMessages
  return [
    ...(modal === undefined ? [] : buttonsOf(modal.view.blocks, { type: 'view', viewId: modal.viewId })),
    ...ofMessages,
    ...buttonsOf(state.home?.blocks, { type: 'home' }),
  ]
}

/** What the person sees, short enough for a failure message. */
function describe(state: PageState): string {
  const messages = messagesOf(state)
    .slice(-6)
    .map((message) => {
      const buttons = buttonsOf(message.blocks, { type: 'home' }).map((button) => `[${button.label}]`)
      return `  ${message.channel} ${message.user}${message.ephemeral ? ' (ephemeral)' : ''}: ${message.text.slice(0, 300)} ${buttons.join(' ')}`
    })
  const modals = state.modals.map((modal) => `  form ${String(modal.view.callback_id ?? modal.viewId)}`)
  return [`connected: ${state.connected}`, ...messages, ...modals].join('\n')
}

/** A person who acts in the local Slack as the page would, and sees only what the page shows them. */
export class WorkspacePerson {
  readonly user: string
  readonly #address: string
  readonly #deadlineMs: number

  constructor(address: string, user: string, deadlineMs = 10_000) {
    this.#address = address
    this.user = user
    this.#deadlineMs = deadlineMs
  }

  async state(): Promise<PageState> {
    const response = await fetch(`${this.#address}/page/state`, { headers: { 'x-acting-user': this.user } })
    return PageState.parse(await response.json())
  }

  /** The person's DM with the bot. */
  async dm(): Promise<string> {
    const dm = (await this.state()).channels.find((channel) => channel.kind === 'dm')
    if (dm === undefined) throw new Error(`${this.user} has no DM with the bot`)
    return dm.id
  }

  /** Types into a channel, by default the DM with the bot; a text that begins with `/` is a command. */
  async say(text: string, options: { in?: string; withFile?: boolean } = {}): Promise<void> {
    const channel = options.in ?? (await this.dm())
    await this.#must('message', {
      channel,
      text,
      ...(options.withFile !== undefined && { withFile: options.withFile }),
    })
  }

  /** Runs a slash command, by default in the DM with the bot. */
  async command(text: string, options: { in?: string } = {}): Promise<void> {
    await this.say(text, options)
  }

  /** Waits for a control with this label, or an action_id beginning so, and presses the newest one. */
  async press(what: string, options: { in?: string; values?: string[] } = {}): Promise<void> {
    const result = await this.tryPress(what, options)
    if (!result.ok) throw new Error(`${this.user} pressed ${what} and was told ${result.error}`)
  }

  /** Presses a button of a card, and waits for the next one: the words on it may stand on the card before as well. */
  async goOn(what: string): Promise<void> {
    const card = (state: PageState): string =>
      messagesOf(state)
        .map(({ blocks }) => JSON.stringify(blocks ?? []))
        .findLast((blocks) => blocks.includes(what)) ?? ''
    const before = card(await this.waitFor((state) => card(state) !== '', `a card with "${what}"`))
    await this.press(what)
    await this.waitFor((state) => card(state) !== before, `the card after "${what}"`)
  }

  /** Like `press`, but hands back what a Slack client would say. */
  async tryPress(what: string, options: { in?: string; values?: string[] } = {}): Promise<PageResult> {
    const find = (state: PageState): Button | undefined =>
      buttonsInSight(state, options.in).find(
        (button) => button.label === what || button.actionId.startsWith(what),
      )
    let button = find(await this.waitFor((each) => find(each) !== undefined, `a button "${what}"`))
    if (button === undefined) throw new Error(`no button ${what}`)
    for (;;) {
      const { container, blockId, actionId } = button
      const result = await this.pressAt(container, blockId, actionId, options.values)
      if (result.ok || result.error !== 'control_not_found') return result
      // The message was edited between looking and pressing: where the button is still there, it is pressed anew.
      const anew = find(await this.state())
      if (anew === undefined || anew.blockId === blockId) return result
      button = anew
    }
  }

  /** Presses a control wherever it once was: for clicks on cards that have changed since. */
  async pressAt(
    container: Container,
    blockId: string,
    actionId: string,
    values?: string[],
  ): Promise<PageResult> {
    return await this.#post('action', {
      container,
      blockId,
      actionId,
      ...(values !== undefined && { values }),
    })
  }

  /** Fills in the form on top by block_id and sends it; field errors come back in the result. */
  async submit(fields: Record<string, string | string[]>): Promise<PageResult> {
    const state = await this.waitFor((each) => each.modals.length > 0, 'a form')
    const modal = state.modals.at(-1)
    if (modal === undefined) throw new Error('no form')
    const inputs: Record<string, Record<string, string | string[]>> = {}
    for (const block of blocksOf(modal.view.blocks)) {
      const value = fields[block.block_id]
      const control = controlsOf(block)[0]
      if (value !== undefined && control !== undefined)
        inputs[block.block_id] = { [control.action_id]: value }
    }
    const unknown = Object.keys(fields).filter((name) => inputs[name] === undefined)
    if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`)
    return await this.#post('modal/submit', { viewId: modal.viewId, inputs })
  }

  async closeForm(): Promise<void> {
    const modal = (await this.state()).modals.at(-1)
    if (modal !== undefined) await this.#must('modal/close', { viewId: modal.viewId })
  }

  async openHome(): Promise<void> {
    await this.#must('home/open', {})
  }

  async takeBack(channel: string, ts: string): Promise<void> {
    await this.#must('message/delete', { channel, ts })
  }

  /** Waits until what the person sees satisfies `predicate`; fails with `what` and what was seen instead. */
  async waitFor(predicate: (state: PageState) => boolean, what: string): Promise<PageState> {
    const signal = AbortSignal.timeout(this.#deadlineMs)
    try {
      const stream = await fetch(`${this.#address}/page/stream?as=${this.user}`, { signal })
      if (stream.body === null || !stream.ok) throw new Error(`no stream for ${this.user}: ${stream.status}`)
      for await (const _ of stream.body) {
        const state = await this.state()
        if (predicate(state)) return state
      }
      throw new Error(`the stream ended while ${this.user} waited for ${what}`)
    } catch (error) {
      if (!signal.aborted) throw error
      throw new Error(
        `${this.user} waited ${this.#deadlineMs} ms for ${what}, and saw:\n${describe(await this.state())}`,
      )
    }
  }

  /** Waits for a message whose shown text holds `text`. */
  async waitForText(text: string, options: { in?: string } = {}): Promise<PageMessage> {
    const find = (state: PageState): PageMessage | undefined =>
      messagesOf(state, options.in).findLast((message) => shownText(message).includes(text))
    const message = find(await this.waitFor((state) => find(state) !== undefined, `"${text}"`))
    if (message === undefined) throw new Error(`no message with ${text}`)
    return message
  }

  async #post(path: string, body: unknown): Promise<PageResult> {
    const response = await fetch(`${this.#address}/page/${path}`, {
      method: 'POST',
      headers: { 'x-acting-user': this.user, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return PageResult.parse(await response.json())
  }

  async #must(path: string, body: unknown): Promise<void> {
    const result = await this.#post(path, body)
    if (!result.ok)
      throw new Error(`${this.user}: ${path} was refused: ${result.error ?? JSON.stringify(result.errors)}`)
  }
}

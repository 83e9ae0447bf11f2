import type { Tx } from '../../src/application/ports.ts'
import type { AuditRow } from '../../src/desk/audit.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import type { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import type { ConnectedPostern } from './connected-postern.ts'
import { sendInteraction } from './slack-request.ts'
import { postmasterChannel } from './web-api-server.ts'

const number = 1001
const check = { selected_option: { value: 'callback' } }

/** What each form holds, as Slack sends it. */
const fields = {
  release: {},
  hand: { to: { type: 'users_select', selected_user: 'U9' } },
  ask: { text: { value: 'Which phone?' } },
  reply: { text: { value: 'Please wait.' } },
  note: { text: { value: 'Called.' } },
  resolve: { outcome: { selected_option: { value: 'unlocked' } }, identityCheck: check },
  approve: { identityCheck: check },
  unfreeze: { identityCheck: check },
  decline: { reason: { selected_option: { value: 'other' } }, text: { value: null } },
} satisfies Partial<Record<TicketActionType, Record<string, unknown>>>

type PostmastersForm = keyof typeof fields
export const postmastersForms: readonly PostmastersForm[] = [
  'release',
  'hand',
  'ask',
  'reply',
  'note',
  'resolve',
  'approve',
  'unfreeze',
  'decline',
]

/** Signed clicks and forms on ticket 1001 by whoever is named, whether or not a card ever offered them. */
export class TicketClicks {
  readonly #postern: ConnectedPostern
  #deliveries = 0
  /** Slack gives each click its own; the same twice would be a replay. */
  #triggers = 0

  constructor(postern: ConnectedPostern) {
    this.#postern = postern
  }

  async read<T>(use: (tx: Tx) => Promise<T>): Promise<T> {
    this.#deliveries += 1
    const read = await this.#postern.store.deliver(`test-${this.#deliveries}`, 1, use)
    if (read.kind === 'seen') throw new Error('seen')
    return read.value
  }

  /** Keeps the ticket as that of U1. */
  async keep(ticket: Ticket): Promise<void> {
    const requester = { ...ticket.requester, user: 'U1' }
    await this.read((tx) => tx.tickets.insert({ ...ticket, team: 'T0HOME', requester }))
  }

  async ticket(): Promise<Ticket> {
    const ticket = await this.read((tx) => tx.tickets.find(number))
    if (ticket === undefined) throw new Error('no ticket')
    return ticket
  }

  async rows(): Promise<readonly AuditRow[]> {
    return await this.read((tx) => tx.audit.of(number))
  }

  async audit(): Promise<string[]> {
    const rows = await this.rows()
    return rows.map((row) => `${row.user} ${row.action} ${row.decision} ${row.reason || row.to}`)
  }

  async press(
    who: string,
    action: TicketActionType,
    { version = 1, inMenu = false } = {},
  ): Promise<Response> {
    const value = { ticket: number, version }
    const chosen = { selected_option: { value: JSON.stringify({ action, ...value }) } }
    return await sendInteraction(this.#postern.url, {
      type: 'block_actions',
      user: { id: who },
      trigger_id: this.#trigger(),
      response_url: `${this.#postern.slack.address}/respond`,
      channel: { id: postmasterChannel },
      actions: [
        inMenu
          ? { type: 'overflow', action_id: 'ticket:more', ...chosen }
          : { type: 'button', action_id: `ticket:${action}`, value: JSON.stringify(value) },
      ],
    })
  }

  /** `without`: a field that whoever made the payload left out. */
  async submit(who: string, kind: PostmastersForm, version = 1, without?: string): Promise<Response> {
    const inputs = Object.entries(fields[kind]).filter(([name]) => name !== without)
    return await sendInteraction(this.#postern.url, {
      type: 'view_submission',
      user: { id: who },
      trigger_id: this.#trigger(),
      view: {
        private_metadata: JSON.stringify({ kind, ticket: number, version }),
        blocks: inputs.map(([name]) => ({ type: 'input', block_id: name })),
        state: { values: Object.fromEntries(inputs.map(([name, value]) => [name, { value }])) },
      },
    })
  }

  #trigger(): string {
    this.#triggers += 1
    return `trigger-${this.#triggers}`
  }

  /** A click or form on the ticket as it is now; claims are clicks, all else is a form. */
  async tryNow(who: string, action: 'claim' | PostmastersForm): Promise<Response> {
    const { version } = await this.ticket()
    return action === 'claim'
      ? await this.press(who, action, { version })
      : await this.submit(who, action, version)
  }
}

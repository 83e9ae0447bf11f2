import type { InputBlock, ModalView } from '@slack/types'
import fc from 'fast-check'
import type { Modal } from '../../../src/application/reply.ts'
import { validateView } from '../../../src/block-kit/validate-view.ts'
import { DeclineReason, IdentityCheck, LockedSince, Outcome } from '../../../src/desk/ticket.ts'
import { asksForSecret } from '../../../src/guide/secret-phrases.ts'
import {
  AddForm,
  DeclineForm,
  HandForm,
  HandOverForm,
  ReplyForm,
  ResolveForm,
} from '../../../src/slack/action.ts'
import { renderModal } from '../../../src/slack/views/render-modal.ts'
import { languages, views } from './example.ts'
import { hostileText } from './hostile-text.ts'

const modals: readonly Modal[] = [
  { kind: 'hand_over', session: 'id-7', version: 3, mailbox: 'lin.wei@example.com' },
  { kind: 'hand_over', session: 'id-7', version: 3 },
  { kind: 'reply', ticket: 1042, version: 2 },
  { kind: 'ask', ticket: 1_000_000, version: 2 },
  { kind: 'note', ticket: 1042, version: 2 },
  { kind: 'hand', ticket: 1_000_000, version: 2 },
  { kind: 'release', ticket: 1_000_000, version: 2 },
  { kind: 'decline', ticket: 1_000_000, version: 2, report: true },
  { kind: 'resolve', ticket: 1_000_000, version: 2 },
  { kind: 'add', ticket: 1042, version: 2 },
]

/** Everything that forms ask for. A new field is thought about before it is added here: people answer what they are asked. */
const askedFor = new Set([
  'mailbox',
  'onBehalfOf',
  'screenText',
  'note',
  'lockedSince',
  'text',
  'outcome',
  'identityCheck',
  'to',
  'reason',
])

const inputs = (view: ModalView): InputBlock[] =>
  view.blocks.filter((block): block is InputBlock => block.type === 'input')

const values = (view: ModalView, name: string): (string | undefined)[] => {
  const element = inputs(view).find((block) => block.block_id === name)?.element
  return element !== undefined && 'options' in element
    ? (element.options ?? []).map((each) => each.value)
    : []
}

const handOver = (mailbox?: string): Modal => ({
  kind: 'hand_over',
  session: 'id-7',
  version: 3,
  ...(mailbox !== undefined && { mailbox }),
})

describe('renderModal', () => {
  describe.each(languages)('in %s', (language) => {
    it.each(modals)('renders $kind inside the limits, and says what it is for', (modal) => {
      const view = renderModal(modal, language, views)
      expect(validateView(view)).toEqual([])
      expect(view.callback_id).toBe(modal.kind)
      expect(JSON.parse(view.private_metadata ?? '')).toEqual({ ...modal, mailbox: undefined })
    })

    it.each([
      ['hand_over', HandOverForm],
      ['reply', ReplyForm],
      ['ask', ReplyForm],
      ['note', ReplyForm],
      ['hand', HandForm],
      ['decline', DeclineForm],
      ['resolve', ResolveForm],
      ['add', AddForm],
    ] as const)('has exactly the fields of the form %s', (kind, schema) => {
      const modal = modals.find((each) => each.kind === kind)
      const view = modal && renderModal(modal, language, views)
      const names = view && inputs(view).map((block) => block.block_id)
      expect(names?.toSorted()).toEqual(Object.keys(schema.shape).toSorted())
    })

    it('asks for no password and no code, and only for what is on a list', () => {
      const fields = modals.flatMap((modal) => inputs(renderModal(modal, language, views)))
      expect(fields.map(({ block_id }) => block_id).filter((name) => !askedFor.has(name ?? ''))).toEqual([])
      expect(fields.map(({ label }) => label.text).filter(asksForSecret)).toEqual([])
      for (const modal of modals) {
        const names = inputs(renderModal(modal, language, views)).map((block) => block.label.text)
        expect(names.join()).not.toMatch(/password|code|密码|验证码/i)
      }
    })
  })

  it('fills in the mailbox, and leaves the words about it optional', () => {
    const view = renderModal(handOver('lin.wei@example.com'), 'en', views)
    expect(JSON.stringify(view)).toContain('"initial_value":"lin.wei@example.com"')
    const optional = inputs(view).filter((block) => block.optional === true)
    expect(optional.map((block) => block.block_id)).toEqual(['onBehalfOf', 'screenText', 'note'])
  })

  it('fills in nothing that is no address, and keeps none with the form', () => {
    for (const mailbox of ['<!channel>', 'Lin Wei', `${'x'.repeat(250)}@example.com`]) {
      expect(JSON.stringify(renderModal(handOver(mailbox), 'en', views))).not.toContain('initial_value')
    }
    const { private_metadata } = renderModal(handOver('lin.wei@example.com'), 'en', views)
    expect(private_metadata).not.toContain('lin.wei')
  })

  it('offers every outcome, identity check, reason and time', () => {
    const decline = renderModal({ kind: 'decline', ticket: 1, version: 1 }, 'en', views)
    expect(values(decline, 'reason')).toEqual(DeclineReason.options)
    const resolve = renderModal({ kind: 'resolve', ticket: 1, version: 1 }, 'zh', views)
    expect(values(resolve, 'outcome')).toEqual(Outcome.options)
    expect(values(resolve, 'identityCheck')).toEqual(IdentityCheck.options)
    expect(inputs(resolve).every((block) => block.optional !== true)).toBe(true)
    expect(values(renderModal(handOver(), 'zh', views), 'lockedSince')).toEqual(LockedSince.options)
  })

  it.each([
    ['ask', 'say nothing about it'],
    ['reply', 'say nothing about it'],
    ['hand', 'hears nothing'],
    ['release', 'hears nothing'],
    ['resolve', 'hears nothing'],
    ['decline', 'hears nothing'],
  ] as const)('says in the form %s of a report what its requester hears', (kind, words) => {
    const shown = (report: boolean) =>
      JSON.stringify(
        renderModal({ kind, ticket: 1, version: 1, ...(report && { report }) }, 'en', views).blocks,
      )
    expect(shown(true)).toContain(words)
    expect(shown(false)).not.toContain(words)
  })

  it('stays inside the limits, whatever the mailbox', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 400 }), (text, times) => {
        expect(validateView(renderModal(handOver(text.repeat(times)), 'en', views))).toEqual([])
      }),
    )
  })
})

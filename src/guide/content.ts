import { z } from 'zod'
import { Localised } from '../language.ts'
import { Claims } from './claim.ts'
import { Way } from './way.ts'

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'use lower-case letters, digits and _, at most 40')

/** Where a choice leads: a node of this flow, `flow:<id>` (its start) or `flow:<id>/<node>`. */
export const Target = z.string().regex(/^(flow:[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)?|[a-z][a-z0-9_]*)$/)
export type Target = z.infer<typeof Target>

export const Choice = z.strictObject({
  id: Name,
  label: Localised,
  to: Target,
  /** Offered only where the company has QR log-in switched on. */
  when: z.literal('qr_login').optional(),
  /** What is true of whoever honestly presses it; the simulation goes by this, people never see it. */
  says: Claims.optional(),
})
export type Choice = z.infer<typeof Choice>

/** Why a case goes to the postmasters; decides nothing by itself, it sorts and titles tickets. */
export const EscalationReason = z.enum([
  'locked',
  'no_recovery_options',
  'second_factor',
  'compromised',
  'postmaster_locked_out',
  'asked_for_person',
  'frozen',
  'sending_blocked',
  'first_password',
  'mail_program',
  'everybody',
  'other',
])
export type EscalationReason = z.infer<typeof EscalationReason>

/** What the log-in page says, word for word; whoever types one of these lands on the node. */
const OnScreen = z.strictObject({
  /** What is true of whoever reads it. */
  says: Claims.optional(),
  en: z.array(z.string().trim().min(1)).default([]),
  zh: z.array(z.string().trim().min(1)).default([]),
})

const shared = { title: Localised, text: Localised.optional(), on_screen: OnScreen.optional() }
const minutes = z.int().min(1).max(1440)
const choices = z.array(Choice).min(1).max(5)
/** Which way to help oneself the node leads through, if any. */
const way = Way.optional()

export const Node = z.discriminatedUnion('kind', [
  /** A question; the choices are its answers. */
  z.strictObject({ kind: z.literal('ask'), ...shared, way, choices }),
  /** Numbered instructions; the choices say how it went. Where something takes a few minutes, a reminder asks again. */
  z.strictObject({
    kind: z.literal('steps'),
    ...shared,
    way,
    steps: z.array(Localised).min(1).max(8),
    // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
    reminder: z.strictObject({ minutes, then: Target }).optional(),
    choices,
  }),
  /** Something takes time: offers a reminder, which comes back by DM and shows `then`. */
  z.strictObject({
    kind: z.literal('wait'),
    ...shared,
    way,
    minutes,
    // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
    then: Target,
    choices,
  }),
  /** Self-service ends here: what the postmaster has to do, step by step. Choices are other ways out, if any. */
  z.strictObject({
    kind: z.literal('escalate'),
    ...shared,
    reason: EscalationReason,
    postmaster: z.strictObject({ steps: z.array(Localised).min(1).max(8), warning: Localised.optional() }),
    choices: z.array(Choice).max(4).default([]),
  }),
  /** A fact, then where to go from there. */
  z.strictObject({ kind: z.literal('answer'), ...shared, choices }),
  /** The person is in again; the steps keep it from happening once more. */
  z.strictObject({ kind: z.literal('done'), ...shared, steps: z.array(Localised).min(1).max(3).optional() }),
])
export type Node = z.infer<typeof Node>

export const Flow = z.strictObject({
  start: Name,
  /** Where to start instead when QR log-in is switched off. */
  start_without_qr: Name.optional(),
  nodes: z.record(Name, Node),
})
export type Flow = z.infer<typeof Flow>

/**
 * One file of `intents/`. A file named after an intent has the utterances that the model learns it by; any other is a
 * situation that people come to by what their screen says or from another flow. `out_of_scope.yml` has no flow.
 */
export const IntentFile = z.strictObject({
  /** What the button for this intent says, in the menu and when asking back. */
  title: Localised,
  /** Place in the menu of situations, counted from 1; left out: not in the menu. */
  menu: z.int().min(1).optional(),
  /** In the menu only where the company has QR log-in switched on. */
  menu_when: z.literal('qr_login').optional(),
  /** Intents easily taken for this one, each with the question that tells the two apart. */
  confusable_with: z.record(Name, Localised).optional(),
  utterances: z
    .strictObject({
      en: z.array(z.string().min(1)).default([]),
      zh: z.array(z.string().min(1)).default([]),
    })
    .default({ en: [], zh: [] }),
  flow: Flow.optional(),
})
export type IntentFile = z.infer<typeof IntentFile>

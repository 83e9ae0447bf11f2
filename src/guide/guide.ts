import { z } from 'zod'
import type { Localised } from '../language.ts'
import type { Claim } from './claim.ts'
import type { Choice, Node } from './content.ts'

/** The name of a flow: the intent it belongs to. */
export type FlowId = string

/** A place in the guide. */
export const Place = z.strictObject({ flow: z.string(), node: z.string() })
export type Place = Readonly<z.infer<typeof Place>>

/** A choice whose target is resolved to a place. */
export interface PlacedChoice extends Omit<Choice, 'to' | 'when'> {
  readonly to: Place
}

/** When a reminder comes, counted in minutes, and where it leads. */
export interface Reminder {
  readonly minutes: number
  readonly then: Place
}

type Placed<N> = N extends { kind: 'wait' }
  ? Omit<N, 'choices' | 'then'> & { readonly choices: readonly PlacedChoice[]; readonly then: Place }
  : N extends { kind: 'steps' }
    ? Omit<N, 'choices' | 'reminder'> & {
        readonly choices: readonly PlacedChoice[]
        readonly reminder?: Reminder | undefined
      }
    : N extends { choices: unknown }
      ? Omit<N, 'choices'> & { readonly choices: readonly PlacedChoice[] }
      : N

/** A node ready to run: targets resolved, settings filled into its texts. */
export type GuideNode = Placed<Node>

export interface GuideFlow {
  readonly id: FlowId
  readonly title: Localised
  /** Flows easily taken for this one, each with the question that tells the two apart. */
  readonly confusableWith: ReadonlyMap<FlowId, Localised>
  readonly start: Place
  readonly nodes: ReadonlyMap<string, GuideNode>
}

/** Values that content texts name in braces, and switches that prune the tree. */
export interface GuideSettings {
  /** `{login_url}` */
  readonly loginUrl: string
  /** `{console_url}`; postmaster steps only */
  readonly consoleUrl: string
  /** `{support_contact}` */
  readonly supportContact: Localised
  readonly qrLogin: boolean
}

/** A message of the log-in page, word by word, and where whoever types it lands. */
export interface ScreenMessage {
  readonly words: string
  readonly place: Place
  /** What is true of whoever reads it. */
  readonly says?: readonly Claim[] | undefined
}

/** All validated content, specialised to one company's settings. Immutable. */
export interface Guide {
  /** Changes with any text or way of the content, and with the settings. */
  readonly version: string
  readonly flows: ReadonlyMap<FlowId, GuideFlow>
  /** Flows offered in the menu of situations, in order. */
  readonly menu: readonly FlowId[]
  /** What log-in pages say, and where each message leads. */
  readonly screenMessages: readonly ScreenMessage[]
}

import type { DeskPolicy } from '../desk/policy.ts'
import type { Guide } from '../guide/guide.ts'
import type { Classifier } from '../intent/understanding.ts'
import type { Language } from '../language.ts'
import type { Clock, Ids } from './ports.ts'

/** What every use case needs besides its transaction and its input. Holds no state. */
export interface Context {
  readonly guide: Guide
  readonly classifier: Classifier
  readonly clock: Clock
  readonly ids: Ids
  /** The Slack channel where tickets go. */
  readonly postmasterChannel: string
  /** What they are written in. */
  readonly postmasterLanguage: Language
  /** Whom alarms, lists and reminders call: the user group where there is one, else the postmasters of the list. */
  readonly postmasters: { readonly usergroup?: string; readonly userIds: readonly string[] }
  readonly policy: DeskPolicy
  /** The Slack user (U…, W…) or channel (C…, G…) that hears of cases which only their requester could confirm. */
  readonly securityContact: string
}

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
  /** The company's own mail domains, normalised, in which the same name is the same person's; none: not told. */
  readonly aliasDomains: readonly string[]
}

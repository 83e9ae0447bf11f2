import type { ChannelList } from './channel-list.ts'
import type { Deliveries } from './deliveries.ts'
import type { Faults } from './faults.ts'
import type { PostRate } from './post-rate.ts'
import type { Schedule } from './schedule.ts'
import type { State } from './state.ts'
import type { Triggers } from './triggers.ts'

/** What every part of the server works on. */
export interface LocalSlack {
  readonly state: State
  readonly channels: ChannelList
  readonly deliveries: Deliveries
  readonly triggers: Triggers
  readonly faults: Faults
  readonly schedule: Schedule
  /** Absent: messages are not held to one a second. */
  readonly rate?: PostRate
  /** A ticket for a Socket Mode connection; undefined: too many are open. */
  readonly issueTicket: () => string | undefined
  /** The base of all addresses, such as http://127.0.0.1:3000. */
  readonly address: () => string
}

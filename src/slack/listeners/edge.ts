import type { WebClient } from '@slack/web-api'
import type { Context } from '../../application/context.ts'
import { PosternError } from '../../application/errors.ts'
import type { Directory, Log, Person, Store } from '../../application/ports.ts'
import type { DmChannels } from '../dm-channels.ts'
import type { Delivery } from '../receiver/delivery.ts'
import type { Identity } from '../sign-in.ts'
import type { ViewContext } from '../views/view-context.ts'

/** What the listeners stand on. */
export interface Edge {
  readonly identity: Identity
  readonly store: Store
  readonly context: Context
  readonly directory: Directory
  readonly views: ViewContext
  /** Its calls end while a person is still looking. */
  readonly client: WebClient
  readonly dms: DmChannels
  readonly log: Log
  /** Something was committed: there may be posts to send and timers to watch. */
  wake(): void
  /** Lets work go on after Slack has its answer; its failure is logged and nothing more. */
  inBackground(work: Promise<void>): void
}

/** Who acts, as the directory knows them now; from here on errors are told in their language. */
export async function whoActs(edge: Edge, delivery: Delivery, user: string): Promise<Person> {
  const person = await edge.directory.person(edge.identity.team, user)
  delivery.language = person.language
  return person
}

/** Whether a click counts as a postmaster's: somebody on the list who is also a full member now. */
export async function actsAsPostmaster(edge: Edge, person: Person): Promise<boolean> {
  return person.isMember && (await edge.directory.isPostmaster(person.user))
}

/** As `actsAsPostmaster`, for those who only look; undefined where Slack does not answer. */
export async function looksAsPostmaster(edge: Edge, person: Person): Promise<boolean | undefined> {
  try {
    return await actsAsPostmaster(edge, person)
  } catch (error) {
    if (error instanceof PosternError && error.code === 'directory_unavailable') return undefined
    throw error
  }
}

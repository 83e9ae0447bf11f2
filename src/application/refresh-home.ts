import { type Queue, queueOf } from '../desk/queue.ts'
import { isLive } from '../guide/session.ts'
import type { Context } from './context.ts'
import { currentCase } from './current-case.ts'
import type { Tx } from './ports.ts'
import { type Reader, reading } from './reader.ts'

function homeId(reader: Reader): string {
  return `home:${reader.team}:${reader.user}`
}

type HomeQueue = Queue | 'unchecked' | undefined

/** Brings the Home tab to the person's present state; `queue` is for postmasters. */
export async function showHome(tx: Tx, reader: Reader, queue: HomeQueue): Promise<void> {
  const { team, user } = reader
  const ticket = await currentCase(tx, reader)
  const session = await tx.sessions.latest(team, user)
  await tx.posts.put({
    id: homeId(reader),
    surface: { kind: 'home', team, user },
    view: {
      kind: 'home',
      ...reading(reader),
      ...(ticket === undefined ? {} : { ticket }),
      hasSession: session !== undefined && isLive(session),
      ...(queue === undefined ? {} : { queue }),
    },
  })
}

/** As `showHome`, for people who have opened it before, with the queue as it stands there; nobody else has a Home tab to refresh. */
export async function refreshHome(tx: Tx, reader: Reader): Promise<void> {
  const view = (await tx.posts.find(homeId(reader)))?.view
  if (view?.kind === 'home') await showHome(tx, reader, view.queue)
}

/** The tickets of the reader's team, as they are to do them. Only for postmasters. */
export async function queueFor(tx: Tx, context: Context, { team, user }: Reader): Promise<Queue> {
  return queueOf(await tx.tickets.live(team), user, context.clock.now())
}

/** As `refreshHome`, for a postmaster who has done something: with a new queue. */
export async function refreshQueue(tx: Tx, context: Context, reader: Reader): Promise<void> {
  if ((await tx.posts.find(homeId(reader))) === undefined) return
  await showHome(tx, reader, await queueFor(tx, context, reader))
}

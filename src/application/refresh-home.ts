import { isLive } from '../guide/session.ts'
import { currentCase } from './current-case.ts'
import type { Tx } from './ports.ts'
import { type Reader, reading } from './reader.ts'

function homeId(reader: Reader): string {
  return `home:${reader.team}:${reader.user}`
}

/** Brings the Home tab to the person's present state. */
export async function showHome(tx: Tx, reader: Reader): Promise<void> {
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
    },
  })
}

/** As `showHome`, for people who have opened it before; nobody else has a Home tab to refresh. */
export async function refreshHome(tx: Tx, reader: Reader): Promise<void> {
  if ((await tx.posts.find(homeId(reader))) !== undefined) await showHome(tx, reader)
}

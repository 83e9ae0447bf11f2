import type { Context } from './context.ts'
import type { Calls } from './post.ts'

/** More mentions than these are noise. */
const mostCalled = 5

/** Whom a post pings that all postmasters should see now: their group where one is set, else some of the list. */
export function callPostmasters({ postmasters }: Context): Calls {
  const { usergroup, userIds } = postmasters
  return usergroup === undefined ? { users: userIds.slice(0, mostCalled) } : { usergroup, users: [] }
}

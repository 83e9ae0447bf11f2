import type { Tx } from './ports.ts'
import type { PostView } from './post.ts'

/** The newest of the posts `name`, `name:2`, `name:3`, …, and the id of the one to follow it. */
interface Series {
  readonly newest: { readonly id: string; readonly view: PostView } | undefined
  readonly newestId: string
  readonly nextId: string
}

const member = (name: string, count: number): string => (count <= 1 ? name : `${name}:${count}`)

/** Reads the end of a series, in a number of look-ups that grows with the logarithm of its length. */
export async function newestPost(tx: Tx, name: string): Promise<Series> {
  const exists = async (count: number): Promise<boolean> =>
    (await tx.posts.find(member(name, count))) !== undefined
  let last = 0
  let beyond = 1
  while (await exists(beyond)) {
    last = beyond
    beyond *= 2
  }
  while (beyond - last > 1) {
    const middle = Math.floor((last + beyond) / 2)
    if (await exists(middle)) last = middle
    else beyond = middle
  }
  const newest = last === 0 ? undefined : await tx.posts.find(member(name, last))
  return { newest, newestId: member(name, last), nextId: member(name, last + 1) }
}

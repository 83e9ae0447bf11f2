import { type Kysely, type Selectable, sql, type UpdateObject } from 'kysely'
import type { Store } from '../application/ports.ts'
import { type LeasedPost, PostView, type SendResult, Surface } from '../application/post.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

type PostQueue = Pick<Store, 'leasePosts' | 'markSending' | 'markSent' | 'nextPostAt'>
type PostRow = Selectable<Database['posts']>

function leasedPost(row: PostRow): LeasedPost {
  return {
    id: row.id,
    surface: parseJson(Surface, row.surface),
    view: parseJson(PostView, row.view),
    revision: row.revision,
    fence: row.fence,
    attempts: row.attempts,
    ...(row.sent_channel !== null &&
      row.sent_ts !== null && { sent: { channel: row.sent_channel, ts: row.sent_ts } }),
    ...(row.uncertain_since !== null && { uncertainSince: row.uncertain_since }),
  }
}

/** What a result changes; a revision put meanwhile stays due in every case. */
function outcome(post: LeasedPost, result: SendResult): UpdateObject<Database, 'posts'> {
  const settled = { settled_revision: post.revision, attempts: 0, retry_at: 0 }
  switch (result.kind) {
    case 'sent':
      return {
        ...settled,
        uncertain_since: null,
        sent_channel: result.channel,
        sent_ts: result.ts,
        code: null,
      }
    case 'not_sent':
      return {
        attempts: post.attempts + 1,
        retry_at: result.retryAt,
        uncertain_since: null,
        code: result.code,
      }
    case 'unknown':
      return { attempts: post.attempts + 1, retry_at: result.retryAt, code: result.code }
    case 'dead':
      // Uncertainty of an earlier attempt stays: the next put then looks first, and never sends twice.
      return { ...settled, code: result.code }
  }
}

/** Since the first attempt whose outcome is not known. */
function uncertainFrom(now: number) {
  return { uncertain_since: sql<number>`coalesce(uncertain_since, ${now})` }
}

/** The first due post of every target: those behind it wait, whether it is leased, backing off or ready. */
function heads(db: Kysely<Database>) {
  return db
    .selectFrom('posts as head')
    .whereRef('head.revision', '>', 'head.settled_revision')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('posts as earlier')
            .select('earlier.id')
            .whereRef('earlier.target', '=', 'head.target')
            .whereRef('earlier.revision', '>', 'earlier.settled_revision')
            .whereRef('earlier.changed', '<', 'head.changed'),
        ),
      ),
    )
}

/** Gives every leased post back at once; a result that still comes for one is dropped. */
export async function voidLeases(db: Kysely<Database>): Promise<void> {
  await db.updateTable('posts').set({ leased_until: 0 }).where('leased_until', '>', 0).execute()
}

export function postQueue(db: Kysely<Database>): PostQueue {
  const held = (post: LeasedPost) =>
    db
      .updateTable('posts')
      .where('id', '=', post.id)
      .where('fence', '=', post.fence)
      .where('leased_until', '>', 0)
  return {
    async leasePosts(now, leaseMs, limit) {
      const ready = heads(db)
        .select('head.id')
        .where('head.leased_until', '<=', now)
        .where('head.retry_at', '<=', now)
        .orderBy('head.changed')
        .limit(limit)
      const rows = await db
        .updateTable('posts')
        .set((eb) => ({ fence: eb('fence', '+', 1), leased_until: now + leaseMs }))
        .where('id', 'in', ready)
        .returningAll()
        .execute()
      return rows.sort((a, b) => a.changed - b.changed).map(leasedPost)
    },
    async markSending(post, now) {
      const { numUpdatedRows } = await held(post)
        .set(uncertainFrom(now))
        .where('leased_until', '>', now)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async markSent(post, result, now) {
      const { numUpdatedRows } = await held(post)
        .set({ ...outcome(post, result), leased_until: 0 })
        .$if(result.kind === 'unknown', (update) => update.set(uncertainFrom(now)))
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async nextPostAt() {
      const rows = await heads(db).select(['head.leased_until', 'head.retry_at']).execute()
      if (rows.length === 0) return undefined
      return rows.reduce((at, row) => Math.min(at, Math.max(row.leased_until, row.retry_at)), Infinity)
    },
  }
}

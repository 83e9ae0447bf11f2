import { z } from 'zod'
import { PosternError } from '../application/errors.ts'

const constraint = 19

/** Told by its fields: the engine's errors may be of another realm, where `instanceof` says no. */
const SqliteFailure = z.looseObject({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int().optional() })

/** An engine's failure as an error of the table; any other error as it is, for it is a fault of ours. */
export function storageError(error: unknown): unknown {
  const failure = SqliteFailure.safeParse(error)
  if (!failure.success) return error
  // The low byte is the primary result code; the rest says which constraint.
  const isConstraint = ((failure.data.errcode ?? 0) & 0xff) === constraint
  return new PosternError(isConstraint ? 'storage_conflict' : 'storage_unavailable', { cause: error })
}

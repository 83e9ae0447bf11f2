import { PosternError } from '../application/errors.ts'

const constraint = 19

/** An engine's failure as an error of the table; any other error as it is, for it is a fault of ours. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return error
  // The low byte is the primary result code; the rest says which constraint.
  const isConstraint =
    'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === constraint
  return new PosternError(isConstraint ? 'storage_conflict' : 'storage_unavailable', { cause: error })
}

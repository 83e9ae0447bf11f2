import { PosternError } from '../application/errors.ts'
import { WrongAuditKey } from '../store/open-store.ts'

/** Why the records cannot be used, in words for whoever typed a command; anything else is a fault of ours and is thrown on. */
export function recordsProblem(error: unknown): string {
  if (error instanceof WrongAuditKey) {
    return 'AUDIT_KEY is not the key that the audit in this database was begun with.'
  }
  if (!(error instanceof PosternError)) throw error
  return error.code === 'storage_conflict'
    ? 'Something else changed the same records at this moment. Nothing was changed; try again.'
    : 'The database cannot be used: DATABASE_URL must name one that this version of Postern has started with, and nothing else may keep it locked.'
}

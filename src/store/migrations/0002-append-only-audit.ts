import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A line of the audit is added after the one before it, and never changed or removed. */
export const appendOnlyAudit: Migration = {
  async up(db) {
    for (const change of ['update', 'delete']) {
      await sql`
        create trigger ${sql.raw(`audit_no_${change}`)} before ${sql.raw(change)} on audit
        begin select raise(abort, 'the audit is append-only'); end`.execute(db)
    }
    // "insert or replace" removes a row without the trigger on delete.
    await sql`
      create trigger audit_in_sequence before insert on audit
      when new.sequence <> 1 + coalesce((select max(sequence) from audit where ticket = new.ticket), 0)
      begin select raise(abort, 'the audit is append-only'); end`.execute(db)
  },
}

import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { WorkRow } from './work-columns.ts'

/** Lines that a rule of core works out, as one more source of the union: none, or one. */
export function derivedWork(db: Reader, lines: readonly WorkRow[]) {
  if (lines.length === 0) return []
  const rows = sql<WorkRow>`(select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
    key text, kind text, entity text, entity_id uuid, ref text, title text, what text, due_at timestamptz,
    shown_from timestamptz, person_id uuid, role text, worth_minor bigint, note text))`
  return [db.selectFrom(rows.as('line')).selectAll()]
}

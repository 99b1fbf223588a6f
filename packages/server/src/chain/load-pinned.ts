import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** The controls that the approved version of the Statement of Applicability holds, in its order. */
export async function loadPinnedControlIds(db: Reader): Promise<readonly string[]> {
  const row = await db
    .selectFrom('soa_version')
    .select(sql<string[]>`jsonb_path_query_array(content, '$.lines[*].controlId')`.as('control_ids'))
    .where('status', '=', 'approved')
    .executeTakeFirst()
  return row?.control_ids ?? []
}

import type { listCalibrations as route } from '@sinew/contract/calibration/calibration-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** How everybody did: two counts and a day, whatever was asked and answered. */
export async function listCalibrations(db: Reader): Promise<OutputOf<typeof route>> {
  const rows = await db
    .selectFrom('calibration_answer')
    .innerJoin('member', 'member.user_id', 'calibration_answer.user_id')
    .select(['calibration_answer.user_id', 'member.name'])
    .select(sql<number>`count(*)::int`.as('answered'))
    .select(sql<number>`(count(*) filter (where truth between low and high))::int`.as('hits'))
    .select(sql<Date>`max(answered_at)`.as('last'))
    .where('answered_at', 'is not', null)
    .groupBy(['calibration_answer.user_id', 'member.name'])
    .orderBy('member.name')
    .execute()
  return {
    items: rows.map(({ user_id, name, answered, hits, last }) => ({
      userId: user_id,
      name,
      answered,
      hits,
      lastAnsweredAt: last.toISOString(),
    })),
  }
}

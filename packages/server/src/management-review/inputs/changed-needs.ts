import { changedSince } from './changed-since.ts'
import type { Collect } from './collect.ts'

/** 9.3.2 c: what interested parties need now that they did not before, and what law and contracts ask anew. */
export const changedNeeds: Collect = async (db, lookBack) => {
  const parties = await changedSince(db, 'interested_party', lookBack)
  const requirements = await changedSince(db, 'party_requirement', lookBack)
  const obligations = await db
    .selectFrom('obligation')
    .select(['number', 'title'])
    .where('created_at', '>', lookBack.since)
    .orderBy('number')
    .execute()
  return [
    ...parties,
    ...requirements,
    ...obligations.map(({ number, title }) => `New obligation: O-${number} ${title}`),
  ]
}

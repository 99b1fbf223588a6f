import type { Collect } from './collect.ts'

/** 9.3.2 e: what customers, authorities and staff said: complaints, wishes, ideas. */
export const feedback: Collect = async (db, { since }) => {
  const complaints = await db
    .selectFrom('nonconformity')
    .select(['number', 'title'])
    .where('source', '=', 'complaint')
    .where('found_at', '>', since)
    .orderBy('number')
    .execute()
  const wishes = await db
    .selectFrom('improvement')
    .select(['number', 'title'])
    .where('source', '=', 'customer')
    .where('created_at', '>', since)
    .orderBy('number')
    .execute()
  const lines = [
    ...complaints.map(({ number, title }) => `Complaint: NC-${number} ${title}`),
    ...wishes.map(({ number, title }) => `Wish of a customer: IM-${number} ${title}`),
  ]
  return lines.length === 0 ? ['No complaint and no wish of a customer is recorded since.'] : lines
}

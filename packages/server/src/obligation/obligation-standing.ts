import {
  type Compliance,
  type ComplianceStanding,
  type Conclusion,
  compliances,
  type KeepingControl,
  standObligation,
} from '@sinew/core/obligation/compliance.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

export type Standings = ReadonlyMap<string, ComplianceStanding>

/** How each obligation stands at an instant: its newest review, when the next is due, and what keeps it. */
export async function loadStandings(db: Reader, at: Date): Promise<Standings> {
  const obligations = await db.selectFrom('obligation').select(['id', 'review_at']).execute()
  const reviews = new Map((await newestReviews(db).execute()).map((row) => [row.obligation_id, row]))
  const controls = await keepingControls(db)
  return new Map(
    obligations.map(({ id, review_at }) => {
      const newest = reviews.get(id)
      const fact = {
        newest: newest
          ? { number: newest.number, at: newest.at.getTime(), conclusion: newest.conclusion as Conclusion }
          : null,
        dueAt: review_at?.getTime() ?? null,
        controls: controls.get(id) ?? [],
      }
      return [id, standObligation(fact, at.getTime())]
    }),
  )
}

export function newestReviews(db: Reader) {
  return db
    .selectFrom('obligation_review')
    .select(['obligation_id', 'number', 'at', 'conclusion', 'holds_until'])
    .distinctOn('obligation_id')
    .orderBy('obligation_id')
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
}

async function keepingControls(db: Reader): Promise<ReadonlyMap<string, readonly KeepingControl[]>> {
  const rows = await db
    .selectFrom('obligation_control as link')
    .innerJoin('control', 'control.id', 'link.control_id')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .select(['link.obligation_id', 'control.ref', 'control.applicable', 'control_state.proof'])
    .orderBy('control.sort_key')
    .execute()
  const found = new Map<string, KeepingControl[]>()
  for (const row of rows) {
    const list = found.get(row.obligation_id) ?? []
    list.push({ ref: row.ref, proof: proofOf(row) })
    found.set(row.obligation_id, list)
  }
  return found
}

/** What has not been worked out yet is not proven. */
export function proofOf(row: { readonly applicable: boolean; readonly proof: string | null }): KeepingControl['proof'] {
  if (!row.applicable) return 'excluded'
  return (row.proof ?? 'unproven') as KeepingControl['proof']
}

type StandingRow = { readonly id: string; readonly status: Compliance; readonly rank: number }

/** How they stand, as rows called `standing`, so that the database can sort, filter and count by it. */
export function standingRows(standings: Standings) {
  const all = [...standings]
  return sql<StandingRow>`(select * from unnest(
    ${sql.val(all.map(([id]) => id))}::uuid[],
    ${sql.val(all.map(([, { status }]) => status))}::text[],
    ${sql.val(all.map(([, { status }]) => compliances.indexOf(status)))}::int[]
  ) as each (id, status, rank))`.as('standing')
}

import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { obligationRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Reader } from '../context.ts'

const shown = 8

type Review = Pulse['reviews']['items'][number]

/** What should be looked at again by now, the longest due first, and how the methodology stands. */
export async function loadReviews(
  db: Reader,
  reviewIntervalDays: number,
  now: Date,
): Promise<Pick<Pulse, 'reviews' | 'methodology'>> {
  const methodology = await loadMethodologyStanding(db, reviewIntervalDays)
  const due = [
    ...(await riskReviews(db, now)),
    ...(await obligationReviews(db, now)),
    ...methodologyReview(methodology, now),
  ].sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return { reviews: { total: due.length, items: due.slice(0, shown) }, methodology: methodology.standing }
}

async function riskReviews(db: Reader, now: Date): Promise<readonly Review[]> {
  const rows = await db
    .selectFrom('risk')
    .select(['id', 'number', 'title', 'review_at'])
    .where('review_at', '<=', now)
    .where('status', '<>', 'closed')
    .execute()
  return rows.flatMap((row): readonly Review[] => {
    const about = { id: row.id, ref: riskRef(row.number), title: row.title }
    return row.review_at === null ? [] : [{ ...about, entity: 'risk', dueAt: row.review_at.toISOString() }]
  })
}

async function obligationReviews(db: Reader, now: Date): Promise<readonly Review[]> {
  const rows = await db
    .selectFrom('obligation')
    .select(['id', 'number', 'title', 'review_at'])
    .where('review_at', '<=', now)
    .execute()
  return rows.flatMap((row): readonly Review[] => {
    const about = { id: row.id, ref: obligationRef(row.number), title: row.title }
    return row.review_at === null ? [] : [{ ...about, entity: 'obligation', dueAt: row.review_at.toISOString() }]
  })
}

type MethodologyStanding = { readonly id: string; readonly standing: Pulse['methodology'] }

async function loadMethodologyStanding(db: Reader, reviewIntervalDays: number): Promise<MethodologyStanding> {
  const row = await db
    .selectFrom('methodology')
    .select(['id', 'version_number', 'is_default', 'approved_at'])
    .where('status', '=', 'approved')
    .executeTakeFirst()
  const approvedAt = row?.approved_at ?? null
  return {
    id: row?.id ?? '',
    standing: {
      versionNumber: row?.version_number ?? 0,
      isDefault: row?.is_default ?? true,
      approvedAt: approvedAt?.toISOString() ?? null,
      reviewDueAt:
        approvedAt === null ? null : new Date(approvedAt.getTime() + reviewIntervalDays * dayMs).toISOString(),
    },
  }
}

function methodologyReview({ id, standing }: MethodologyStanding, now: Date): readonly Review[] {
  const { reviewDueAt, versionNumber } = standing
  if (reviewDueAt === null || new Date(reviewDueAt) > now) return []
  return [{ entity: 'methodology', id, ref: `version ${versionNumber}`, title: 'Risk methodology', dueAt: reviewDueAt }]
}

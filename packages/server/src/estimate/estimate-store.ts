import type { Estimate, EstimateRequest, RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import { calibrationWeight } from '@sinew/core/calibration/calibration-weight.ts'
import { disagreementOf } from '@sinew/core/estimate/disagreement.ts'
import { type EstimateStatus, isOpenRequest, mayLook } from '@sinew/core/estimate/estimator-rules.ts'
import { rateInWords } from '@sinew/core/estimate/figures-in-words.ts'
import { type PoolMember, poolEstimates, poolWeightings } from '@sinew/core/estimate/pool-estimates.ts'
import { poolMethods } from '@sinew/core/estimate/pool-intervals.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { notFound } from '../errors.ts'

type HitCount = NonNullable<Estimate['calibration']>

/** Who estimated, who was asked and what comes of it together, as far as this reader may see. */
export async function findEstimates(ctx: Context, riskId: string): Promise<RiskEstimates> {
  await assertRisk(ctx.db, riskId)
  const rows = await ctx.db
    .selectFrom('risk_estimate')
    .innerJoin('person', 'person.id', 'risk_estimate.person_id')
    .selectAll('risk_estimate')
    .select(['person.name', 'person.user_id'])
    .where('risk_id', '=', riskId)
    .orderBy('given_at')
    .orderBy('risk_estimate.id')
    .execute()
  const own = rows.find((row) => row.user_id === ctx.actor.id)
  const looks = mayLook({ canGive: ctx.can('risk:write'), ownStatus: (own?.status as EstimateStatus) ?? null })
  const counts = await hitCounts(ctx.db)
  const seesCounts = ctx.can('calibration:read')
  const estimates = rows.map((row): Estimate => {
    const isYou = row.user_id === ctx.actor.id
    const isShown = isYou || looks
    return {
      id: row.id,
      personId: row.person_id,
      personName: row.name,
      isYou,
      status: row.status as EstimateStatus,
      frequency: isShown ? interval(row.frequency_low, row.frequency_high) : null,
      lossMinor: isShown ? interval(row.loss_low_minor, row.loss_high_minor) : null,
      note: isShown ? row.note : '',
      afterSeeing: row.after_seeing,
      givenAt: row.given_at.toISOString(),
      calibration: isYou || seesCounts ? (counts.get(row.user_id ?? '') ?? { answered: 0, hits: 0 }) : null,
    }
  })
  const answeredAt = new Map(rows.map((row) => [row.person_id, row.given_at.getTime()]))
  return {
    mayLook: looks,
    estimates,
    requests: await findRequests(ctx, riskId, answeredAt),
    ...(await together(ctx.db, looks ? estimates : [], seesCounts)),
  }
}

/** @throws AppError 404 when the id names no risk of this organisation. */
export async function assertRisk(db: Reader, riskId: string): Promise<void> {
  const risk = await db.selectFrom('risk').select('id').where('id', '=', riskId).executeTakeFirst()
  if (!risk) throw notFound('risk')
}

function interval(low: number | null, high: number | null) {
  return low === null || high === null ? null : { low, high }
}

async function findRequests(
  { db, actor }: Context,
  riskId: string,
  answeredAt: ReadonlyMap<string, number>,
): Promise<EstimateRequest[]> {
  const rows = await db
    .selectFrom('estimate_request')
    .innerJoin('person', 'person.id', 'estimate_request.person_id')
    .selectAll('estimate_request')
    .select(['person.name', 'person.user_id'])
    .where('risk_id', '=', riskId)
    .orderBy('asked_at')
    .orderBy('estimate_request.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    isYou: row.user_id === actor.id,
    askedByName: row.asked_by_name,
    message: row.message,
    askedAt: row.asked_at.toISOString(),
    isOpen: isOpenRequest(row.asked_at.getTime(), answeredAt.get(row.person_id) ?? null),
  }))
}

/** Answered training questions and hits of every account that answered any. */
async function hitCounts(db: Reader): Promise<ReadonlyMap<string, HitCount>> {
  const rows = await db
    .selectFrom('calibration_answer')
    .select(['user_id', sql<number>`count(*)::int`.as('answered')])
    .select(sql<number>`(count(*) filter (where truth between low and high))::int`.as('hits'))
    .where('answered_at', 'is not', null)
    .groupBy('user_id')
    .execute()
  return new Map(rows.map(({ user_id, answered, hits }) => [user_id, { answered, hits }]))
}

/** The pools, weighted by calibration only for who may see it: weights tell how others did. */
async function together(db: Reader, estimates: readonly Estimate[], seesCounts: boolean) {
  const members = estimates.flatMap(({ personName, frequency, lossMinor, calibration }): PoolMember[] => {
    if (frequency === null || lossMinor === null) return []
    const weight = calibrationWeight(calibration ?? { answered: 0, hits: 0 })
    return [{ name: personName, frequency, lossMinor, weight }]
  })
  if (members.length < 2) return { pools: [], disagreement: null }
  const { currency } = await db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const pools = poolWeightings
    .filter((weighting) => weighting === 'equal' || seesCounts)
    .flatMap((weighting) => poolMethods.map((method) => poolEstimates(members, method, weighting)))
    .flatMap((pool) => (pool === null ? [] : [{ ...pool, shares: [...pool.shares] }]))
  const named = (of: 'frequency' | 'lossMinor') => members.map((one) => ({ name: one.name, interval: one[of] }))
  return {
    pools,
    disagreement: {
      frequency: disagreementOf(named('frequency'), 'how often', rateInWords),
      lossMinor: disagreementOf(named('lossMinor'), 'what one event costs', (minor) =>
        formatMoneyShort(minor, currency),
      ),
    },
  }
}

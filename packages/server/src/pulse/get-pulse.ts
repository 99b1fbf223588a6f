import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { nextStep } from '@sinew/core/pulse/next-step.ts'
import { waitingUpdates } from '../back-test/waiting-updates.ts'
import { derivedChain } from '../chain/current-chain.ts'
import { derivedStatus } from '../chain/derived-status.ts'
import { portfolioHistory } from '../chain/portfolio-history.ts'
import type { Context } from '../context.ts'
import { findMovements } from '../movement/movement-store.ts'
import { attentionOf } from './attention-of.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { loadReviews } from './load-reviews.ts'
import { soaStanding } from './soa-standing.ts'

const newestMovements = { page: 1, pageSize: 8, sort: '-at' } as const
const historyDays = 180

/** Everything the first screen says, at one instant. */
export async function getPulse(ctx: Context): Promise<Pulse> {
  const { db } = ctx
  const now = ctx.asOf ?? ctx.now
  const { snapshot, chain } = await derivedChain(ctx)
  const { currency } = snapshot
  const status = await derivedStatus(ctx)
  const updates = await waitingUpdates(db, snapshot, chain)
  const written = await loadPortfolio(db)
  const soa = await soaStanding(db, snapshot, chain)
  const { reviews, methodology } = await loadReviews(db, snapshot.methodology.reviewIntervalDays, now)
  const { items, total } = await findMovements(db, newestMovements, currency)
  const changed = { approvedVersion: soa.approvedVersion, decisionsChanged: soa.changed.decision }
  return {
    at: now.toISOString(),
    computedAt: ctx.asOf === null ? status.computedAt : (written?.computedAt ?? null),
    waitingChanges: ctx.asOf === null ? status.waitingChanges : 0,
    currency,
    portfolio: written?.portfolio ?? null,
    next: nextStep(snapshot, chain.attention, changed),
    // First: an estimate that is known to be too low makes every figure after it too low.
    attention: attentionOf(snapshot, [...updates, ...chain.attention]),
    reviews,
    soa,
    methodology,
    movements: { items: [...items], total },
    history: await portfolioHistory(ctx, new Date(now.getTime() - historyDays * 86_400_000)),
  }
}

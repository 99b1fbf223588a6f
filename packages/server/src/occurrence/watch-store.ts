import type { Watch } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { watchIssues } from '@sinew/core/occurrence/watch-rules.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { AppError, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { assertRiskExists } from '../risk/risk-store.ts'

type WatchRow = Awaited<ReturnType<typeof lockWatch>>

export function toWatch(row: WatchRow): Watch {
  return {
    id: row.id,
    version: row.version,
    riskId: row.risk_id,
    from: row.watched_from.toISOString(),
    until: row.watched_until.toISOString(),
    reason: row.reason,
    vouchedByName: row.vouched_by_name,
    vouchedAt: row.vouched_at.toISOString(),
  }
}

/** All of them, or those that hold for one risk; in order of time. */
export async function findWatches(db: Reader, riskId?: string): Promise<Watch[]> {
  let rows = db.selectFrom('occurrence_watch').selectAll().orderBy('watched_from').orderBy('id')
  if (riskId !== undefined) {
    await assertRiskExists(db, riskId)
    rows = rows.where((where) => where.or([where('risk_id', '=', riskId), where('risk_id', 'is', null)]))
  }
  return (await rows.execute()).map(toWatch)
}

async function getWatch(db: Reader, watchId: string): Promise<Watch> {
  const row = await db.selectFrom('occurrence_watch').selectAll().where('id', '=', watchId).executeTakeFirst()
  if (!row) throw notFound('watched period')
  return toWatch(row)
}

async function lockWatch(tx: Writer, watchId: string) {
  const row = await tx
    .selectFrom('occurrence_watch')
    .selectAll()
    .where('id', '=', watchId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('watched period')
  return row
}

type Period = { readonly from: Date; readonly until: Date }

function assertPeriod({ from, until }: Period, now: Date): void {
  const issues = watchIssues({ from: from.getTime(), until: until.getTime() }, now.getTime())
  const errors = issues.map(({ field, message }) => ({ path: field, message }))
  if (errors.length > 0) throw new AppError(422, 'Some fields are not right.', { errors })
}

export async function createWatch(
  ctx: Context,
  input: { readonly riskId: string | null; readonly from: string; readonly until: string; readonly reason: string },
): Promise<Watch> {
  const id = newId()
  await ctx.recorded({ reason: input.reason, derives: false }, async (tx) => {
    if (input.riskId !== null) await assertRiskExists(tx, input.riskId)
    const period = { from: new Date(input.from), until: new Date(input.until) }
    assertPeriod(period, ctx.now)
    await tx
      .insertInto('occurrence_watch')
      .values({ organization_id: ctx.organizationId, id, risk_id: input.riskId, ...vouched(ctx, period, input.reason) })
      .execute()
  })
  return getWatch(ctx.db, id)
}

/** Whoever changes a period answers for all of it from then on. */
export async function updateWatch(
  ctx: Context,
  watchId: string,
  ifMatch: number,
  input: { readonly from?: string | undefined; readonly until?: string | undefined; readonly reason: string },
): Promise<Watch> {
  await ctx.recorded({ reason: input.reason, derives: false }, async (tx) => {
    const row = await lockWatch(tx, watchId)
    assertVersion(ifMatch, row.version)
    const period = {
      from: input.from === undefined ? row.watched_from : new Date(input.from),
      until: input.until === undefined ? row.watched_until : new Date(input.until),
    }
    assertPeriod(period, ctx.now)
    await tx
      .updateTable('occurrence_watch')
      .set(vouched(ctx, period, input.reason))
      .where('id', '=', watchId)
      .execute()
  })
  return getWatch(ctx.db, watchId)
}

function vouched({ actor, now }: Context, { from, until }: Period, reason: string) {
  const by = { vouched_by: actor.id, vouched_by_name: actor.name, vouched_at: now }
  return { watched_from: from, watched_until: until, reason, ...by }
}

export async function deleteWatch(ctx: Context, watchId: string, ifMatch: number, reason: string): Promise<void> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    assertVersion(ifMatch, (await lockWatch(tx, watchId)).version)
    await tx.deleteFrom('occurrence_watch').where('id', '=', watchId).execute()
  })
}

import type { Risk, editRisks as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { riskMoveRefusals } from '@sinew/core/risk/risk-rules.ts'
import type { Context, Writer } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { AppError, assertAllowed, notFound } from '../errors.ts'
import { findRisksById } from './find-risks.ts'
import { writeMove } from './move-risk.ts'
import { loadRiskSituations } from './risk-situations.ts'

type Change = ParsedBody<typeof route>['change']
type LockedRisk = Awaited<ReturnType<typeof lockRisks>>[number]

/** One change to several risks: all of them, or none with the reason for each that stood in the way. */
export async function editRisks(
  ctx: Context,
  { items, change, reason }: ParsedBody<typeof route>,
): Promise<{ readonly items: Risk[] }> {
  const seen = new Map(items.map(({ riskId, version }) => [riskId, version]))
  await ctx.recorded({ reason }, async (tx) => {
    const risks = await lockRisks(tx, [...seen.keys()])
    if (risks.length < seen.size) throw notFound('risk')
    assertNoneChanged(risks, seen)
    if (risks.some((risk) => risk.owner_id !== change.ownerId)) await assertMayOwn(tx, change.ownerId)
    await writeFields(ctx, tx, risks, change)
    if (change.status !== undefined) await writeMoves(ctx, tx, risks, change.status, reason)
  })
  return { items: await findRisksById(ctx.db, [...seen.keys()], ctx.now) }
}

/** Locked in one order, so that two such changes cannot block each other. */
function lockRisks(tx: Writer, ids: readonly string[]) {
  return tx
    .selectFrom('risk')
    .select(['id', 'version', 'number', 'title', 'status', 'owner_id', 'assessed_by'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

function assertNoneChanged(risks: readonly LockedRisk[], seen: ReadonlyMap<string, number>): void {
  const positions = [...seen.keys()]
  const stale = risks.filter((risk) => risk.version !== seen.get(risk.id))
  if (stale.length === 0) return
  const errors = stale.map((risk) => ({
    path: `items.${positions.indexOf(risk.id)}`,
    message: `${riskRef(risk.number)} ${risk.title}: you saw version ${seen.get(risk.id)}, it is at version ${risk.version}.`,
  }))
  throw new AppError(
    412,
    'Some of these risks were changed meanwhile, so nothing was changed. Look again, then decide.',
    {
      errors,
    },
  )
}

async function writeFields(ctx: Context, tx: Writer, risks: readonly LockedRisk[], change: Change): Promise<void> {
  const { ownerId, category, reviewAt } = change
  if (ownerId === undefined && category === undefined && reviewAt === undefined) return
  assertAllowed(forEach(risks, (risk) => editRefusals(risk.status as RiskStatus)))
  await tx
    .updateTable('risk')
    .set({ owner_id: ownerId, category, review_at: reviewAt, updated_at: ctx.now })
    .where(
      'id',
      'in',
      risks.map((risk) => risk.id),
    )
    .execute()
}

/** Judged after the other fields are written: a risk that gets its owner here is assessed with that owner. */
async function writeMoves(
  ctx: Context,
  tx: Writer,
  risks: readonly LockedRisk[],
  to: NonNullable<Change['status']>,
  reason: string,
): Promise<void> {
  const { snapshot, of } = await loadRiskSituations(tx, ctx.now)
  assertAllowed(forEach(risks, (risk) => riskMoveRefusals(of(risk.id), to, reason)))
  for (const risk of risks) {
    await writeMove(ctx, tx, risk, { to, reason, methodologyVersion: snapshot.methodology.version })
  }
}

function forEach(
  risks: readonly LockedRisk[],
  refusalsOf: (risk: LockedRisk) => readonly Refusal[],
): readonly Refusal[] {
  return risks.flatMap((risk) =>
    refusalsOf(risk).map(({ code, message }) => ({ code, message: `${riskRef(risk.number)}: ${message}` })),
  )
}

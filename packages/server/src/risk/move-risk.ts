import type { RiskDetail, RiskTarget, moveRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { riskMoveRefusals } from '@sinew/core/risk/risk-rules.ts'
import { endAcceptance } from '../acceptance/end-acceptance.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { loadRiskSituations } from './risk-situations.ts'
import { getRisk, lockRisk } from './risk-store.ts'

export async function moveRisk(
  ctx: Context,
  riskId: string,
  ifMatch: number,
  { to, reason }: ParsedBody<typeof route>,
): Promise<RiskDetail> {
  await ctx.recorded({ reason }, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertVersion(ifMatch, risk.version)
    const situations = await loadRiskSituations(tx, ctx.now)
    assertAllowed(riskMoveRefusals(situations.of(riskId), to, reason))
    await writeMove(ctx, tx, risk, { to, reason, methodologyVersion: situations.snapshot.methodology.version })
  })
  return getRisk(ctx.db, riskId, ctx.now)
}

type Moved = { readonly id: string; readonly status: string; readonly assessed_by: string | null }
type Move = { readonly to: RiskTarget; readonly reason: string; readonly methodologyVersion: number }

/** Writes a move that the rules allowed. */
export async function writeMove(ctx: Context, tx: Writer, risk: Moved, move: Move): Promise<void> {
  const { to, reason } = move
  // Figures that nobody answers for yet are taken over by whoever calls the risk assessed.
  const takesOver = to === 'assessed' && risk.assessed_by === null
  await tx
    .updateTable('risk')
    .set({
      status: to,
      closed_reason: to === 'closed' ? reason : '',
      ...(takesOver
        ? {
            assessed_by: ctx.actor.id,
            assessed_by_name: ctx.actor.name,
            estimated_at: ctx.now,
            assessed_methodology: move.methodologyVersion,
          }
        : {}),
    })
    .where('id', '=', risk.id)
    .execute()
  if (risk.status === 'accepted' && to !== 'closed') {
    const message = `${ctx.actor.name} took the risk up again${reason === '' ? '.' : `: ${reason}`}`
    await endAcceptance(tx, risk.id, { status: 'withdrawn', at: ctx.now, reasons: [{ code: 'taken_up', message }] })
  }
}

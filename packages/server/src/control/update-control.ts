import type { Control, updateControl as route } from '@sinew/contract/control/control-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { costRefusals } from '@sinew/core/control/annual-cost.ts'
import { identityChangeRefusals } from '@sinew/core/control/control-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockControl } from './control-store.ts'
import { getControl } from './get-control.ts'

export async function updateControl(
  ctx: Context,
  controlId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Control> {
  await ctx.recorded({}, async (tx) => {
    const control = await lockControl(tx, controlId)
    assertVersion(ifMatch, control.version)
    const changesIdentity = [input.title, input.theme, input.purpose].some((value) => value !== undefined)
    assertAllowed(identityChangeRefusals(control.source as 'annex_a' | 'own', changesIdentity))
    const cost = {
      capexMinor: input.capexMinor === undefined ? control.capex_minor : input.capexMinor,
      lifetimeYears: input.lifetimeYears === undefined ? control.lifetime_years : input.lifetimeYears,
      opexMinor: input.opexMinor === undefined ? control.opex_minor : input.opexMinor,
    }
    assertAllowed(costRefusals(cost))
    await tx
      .updateTable('control')
      .set({
        title: input.title,
        theme: input.theme,
        purpose: input.purpose,
        implementation: input.implementation,
        partly_share: input.partlyShare,
        description: input.description,
        owner_id: input.ownerId,
        planned_at: input.plannedAt,
        remarks: input.remarks,
        capex_minor: input.capexMinor,
        lifetime_years: input.lifetimeYears,
        opex_minor: input.opexMinor,
        updated_at: ctx.now,
      })
      .where('id', '=', controlId)
      .execute()
  })
  return getControl(ctx, controlId)
}

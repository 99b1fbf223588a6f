import type { ControlWorth } from '@sinew/contract/control/control-worth-contract.ts'
import { controlValue, type MeanAndTail } from '@sinew/core/control/control-value.ts'
import { derivedChain } from '../chain/current-chain.ts'
import { toMinor } from '../chain/to-minor.ts'
import type { Context } from '../context.ts'
import { getControlRow, toListItem } from './control-store.ts'

/** Priced by core from the chain that the written numbers come from. */
export async function getControlWorth(ctx: Context, controlId: string): Promise<ControlWorth> {
  const { annualCostMinor } = toListItem(await getControlRow(ctx.db, controlId))
  const { at, snapshot } = await derivedChain(ctx)
  const { without, next, share, spread } = controlValue(snapshot, at, controlId)
  return {
    without: { claimed: whole(without.claimed), proven: whole(without.proven) },
    next: whole(next),
    share: { meanMinor: toMinor(share.meanMinor), ofMinor: toMinor(share.ofMinor) },
    annualCostMinor,
    spread,
  }
}

function whole({ meanMinor, tailMinor }: MeanAndTail): MeanAndTail {
  return { meanMinor: toMinor(meanMinor), tailMinor: tailMinor === null ? null : toMinor(tailMinor) }
}

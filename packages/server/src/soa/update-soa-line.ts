import type { ParsedBody } from '@sinew/contract/route.ts'
import type { updateSoaLine as route, SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { exclusionRefusals } from '@sinew/core/control/exclusion-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockLines } from './decide-soa-lines.ts'
import { getPlainSoaLine } from './get-soa-line.ts'
import { loadReasons } from './load-reasons.ts'

/**
 * Decides on a line. Left out, a control needs a justification and nobody who needs it; taken in again, the justification
 * goes. The reason is kept in the ledger; for an exclusion its justification is one.
 */
export async function updateSoaLine(
  ctx: Context,
  controlId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<SoaLine> {
  await ctx.recorded({ reason: input.reason || input.justification }, async (tx) => {
    const [line] = await lockLines(tx, [controlId])
    if (line === undefined) throw notFound('control')
    assertVersion(ifMatch, line.version)
    const applicable = input.applicable ?? line.applicable
    const justification = input.justification ?? line.exclusion_justification
    if (!applicable) {
      // What came to need an excluded control later is for the lint to say; it does not stop a better justification.
      const needing = line.applicable ? (await loadReasons(tx, [controlId]))(controlId) : []
      assertAllowed(exclusionRefusals(justification, needing))
    }
    await tx
      .updateTable('control')
      .set({
        applicable,
        exclusion_justification: applicable ? '' : justification,
        written_reasons: input.writtenReasons === undefined ? undefined : JSON.stringify(input.writtenReasons),
        remarks: input.remarks,
        updated_at: ctx.now,
      })
      .where('id', '=', controlId)
      .execute()
  })
  return getPlainSoaLine(ctx, controlId)
}

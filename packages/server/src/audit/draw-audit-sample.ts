import type { drawAuditSample as route } from '@sinew/contract/audit/audit-work-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { auditCheckRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { drawSample, type PopulationName, suggestedSize } from '@sinew/core/audit/sample.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { refuseHeld } from '../register/held.ts'
import { findPopulation } from './find-population.ts'

/** Draws a sample for a question and writes down of what, how many, and by which seed, so that anybody can draw it again. */
export async function drawAuditSample(
  ctx: Context,
  checkId: string,
  ifMatch: number,
  { of, size, seed, from, until }: ParsedBody<typeof route>,
): Promise<{ population: number; size: number; chosen: string[] }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const check = await tx
      .selectFrom('audit_check')
      .select(['version', 'audit_id'])
      .where('id', '=', checkId)
      .forUpdate()
      .executeTakeFirst()
    if (check === undefined) throw notFound('question of an audit')
    assertVersion(ifMatch, check.version)
    assertAllowed(await refuseHeld(tx, auditCheckRegister, check.audit_id))
    const population = await findPopulation(tx, of as PopulationName, { from, until })
    if (population.length === 0)
      assertAllowed(refuse('nobody_there', 'There is nothing to draw from: the population of that time is empty.'))
    const chosen = [...drawSample(population, size ?? suggestedSize(population.length), seed)]
    await tx
      .updateTable('audit_check')
      .set({
        sample_of: of,
        sample_population: population.length,
        sample_size: chosen.length,
        sample_seed: seed,
        sample_from: from,
        sample_until: until,
        sample_chosen: chosen,
      })
      .where('id', '=', checkId)
      .execute()
    return { population: population.length, size: chosen.length, chosen }
  })
}

import type { ParsedBody } from '@sinew/contract/route.ts'
import type { proposeSoaVersion as route, SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { proposalRefusals } from '@sinew/core/soa/version-rules.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { loadStatement } from './load-statement.ts'
import { getSoaVersion } from './soa-version-store.ts'

/** Pins the statement as it is now. What is pinned never changes; a decision takes or refuses it whole. */
export async function proposeSoaVersion(ctx: Context, { note }: ParsedBody<typeof route>): Promise<SoaVersion> {
  const id = newId()
  await ctx.recorded({ reason: note, derives: false }, async (tx) => {
    // Taken first: the counter's row lets one proposal at a time through, and the next sees this one.
    const number = await nextNumber(tx, 'soa_version')
    const statement = await loadStatement(ctx)
    assertAllowed(proposalRefusals(statement.derived.lint, statement.proposed !== null))
    const content = { ...statement.content, version: number }
    await tx
      .insertInto('soa_version')
      .values({
        organization_id: ctx.organizationId,
        id,
        version_number: number,
        status: 'proposed',
        content: JSON.stringify(content),
        content_hash: contentHash(content),
        scope: content.scope,
        methodology_version: content.methodologyVersion,
        note,
        proposed_by: ctx.actor.id,
        proposed_by_name: ctx.actor.name,
        proposed_at: ctx.now,
      })
      .execute()
  })
  return getSoaVersion(ctx, id)
}

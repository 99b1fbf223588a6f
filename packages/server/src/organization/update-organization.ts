import type { Organization, updateOrganization as route } from '@sinew/contract/organization/organization-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getOrganization } from './organization-store.ts'

export async function updateOrganization(
  ctx: Context,
  ifMatch: number,
  body: ParsedBody<typeof route>,
): Promise<Organization> {
  await ctx.recorded({}, async (tx) => {
    const row = await tx.selectFrom('organization').select(['version', 'scope']).forUpdate().executeTakeFirstOrThrow()
    assertVersion(ifMatch, row.version)
    if (body.scope !== undefined && body.scope !== row.scope) assertAllowed(await refuseVersionedScope(tx))
    await tx
      .updateTable('organization')
      .set({
        name: body.name,
        sector: body.sector,
        headcount: body.headcount,
        yearly_revenue_minor: body.yearlyRevenueMinor,
        time_zone: body.timeZone,
        scope: body.scope,
        updated_at: ctx.now,
      })
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  })
  return getOrganization(ctx.db, ctx.role)
}

/** Once a version is in force, the scope is what was approved. */
async function refuseVersionedScope(tx: Writer) {
  const inForce = await tx
    .selectFrom('scope_version')
    .select('number')
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (inForce === undefined) return []
  return refuse('scope_versioned', `The scope is SC-${inForce.number}, which was approved: write its next version.`)
}

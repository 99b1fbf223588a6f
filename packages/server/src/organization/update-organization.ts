import type { Organization, updateOrganization as route } from '@sinew/contract/organization/organization-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getOrganization } from './organization-store.ts'

export async function updateOrganization(
  ctx: Context,
  ifMatch: number,
  body: ParsedBody<typeof route>,
): Promise<Organization> {
  await ctx.recorded({}, async (tx) => {
    const row = await tx.selectFrom('organization').select('version').forUpdate().executeTakeFirstOrThrow()
    assertVersion(ifMatch, row.version)
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

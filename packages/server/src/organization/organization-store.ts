import type { Organization } from '@sinew/contract/organization/organization-contract.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

export async function getOrganization(db: Reader, role: Role): Promise<Organization> {
  const row = await db.selectFrom('organization').selectAll().executeTakeFirst()
  if (!row) throw notFound('organisation')
  return {
    id: row.organization_id,
    version: row.version,
    slug: row.slug,
    name: row.name,
    sector: row.sector as Organization['sector'],
    headcount: row.headcount,
    yearlyRevenueMinor: row.yearly_revenue_minor,
    currency: row.currency,
    timeZone: row.time_zone,
    scope: row.scope,
    isExample: row.is_example,
    role,
    createdAt: row.created_at.toISOString(),
  }
}

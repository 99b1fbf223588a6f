import type { Reader } from '../context.ts'

/** What of the organisation itself derived numbers need. */
export type Setting = {
  readonly organizationId: string
  readonly currency: string
  readonly headcount: number
  readonly yearlyRevenueMinor: number | null
}

export async function loadSetting(db: Reader): Promise<Setting> {
  const row = await db
    .selectFrom('organization')
    .select(['organization_id', 'currency', 'headcount', 'yearly_revenue_minor'])
    .executeTakeFirstOrThrow()
  return {
    organizationId: row.organization_id,
    currency: row.currency,
    headcount: row.headcount,
    yearlyRevenueMinor: row.yearly_revenue_minor,
  }
}

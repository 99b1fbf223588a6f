import type { Reader } from '../context.ts'
import { AppError } from '../errors.ts'

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
    .executeTakeFirst()
  // Only a reader of the past can get here without one.
  if (row === undefined) throw new AppError(404, 'The organisation had not begun at that instant.')
  return {
    organizationId: row.organization_id,
    currency: row.currency,
    headcount: row.headcount,
    yearlyRevenueMinor: row.yearly_revenue_minor,
  }
}

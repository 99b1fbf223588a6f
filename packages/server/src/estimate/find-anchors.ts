import type { OutputOf } from '@sinew/contract/client.ts'
import type { getEstimateAnchors } from '@sinew/contract/estimate/estimate-contract.ts'
import { findCurrency } from '@sinew/core/catalogue/currencies.ts'
import type { SectorId } from '@sinew/core/catalogue/sectors.ts'
import { estimateAnchors } from '@sinew/core/estimate/estimate-anchors.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

/** The catalogue stays at the server: the page needs a few of its figures, not all of it. */
export async function findAnchors(db: Reader, riskId: string): Promise<OutputOf<typeof getEstimateAnchors>> {
  const risk = await db.selectFrom('risk').select(['threat_id', 'category']).where('id', '=', riskId).executeTakeFirst()
  if (!risk) throw notFound('risk')
  const organization = await db
    .selectFrom('organization')
    .select(['sector', 'headcount', 'yearly_revenue_minor', 'currency'])
    .executeTakeFirstOrThrow()
  const usdPerUnit = findCurrency(organization.currency)?.usdPerUnit
  if (usdPerUnit === undefined) return { anchors: null }
  const { losses, frequencies, ...rest } = estimateAnchors({
    sector: organization.sector as SectorId,
    headcount: organization.headcount,
    yearlyRevenueMinor: organization.yearly_revenue_minor,
    currency: organization.currency,
    usdPerUnit,
    threatId: risk.threat_id,
    category: risk.category,
  })
  return { anchors: { losses: [...losses], frequencies: [...frequencies], ...rest } }
}

import { assumedYearlyRevenueMinor } from '@sinew/core/catalogue/assumed-revenue.ts'
import type { MethodologyInput } from '@sinew/core/chain/chain-snapshot.ts'
import { appetiteOf } from '@sinew/core/methodology/appetite-of.ts'
import { defaultMethodology } from '@sinew/core/methodology/default-methodology.ts'
import type { MethodologyContent } from '@sinew/core/methodology/methodology-rules.ts'
import type { Reader } from '../context.ts'
import type { Setting } from './load-setting.ts'

/** The methodology in force; while none is, the default that core ships, as version 0. */
export async function loadMethodology(db: Reader, setting: Setting): Promise<MethodologyInput> {
  const row = await db
    .selectFrom('methodology')
    .select(['id', 'version_number', 'content'])
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (row === undefined) {
    const revenue = setting.yearlyRevenueMinor ?? assumedYearlyRevenueMinor(setting.headcount, setting.currency)
    return { ...defaultMethodology(setting.currency, revenue), id: setting.organizationId, version: 0 }
  }
  // Approved content was checked when it was proposed, and never changes.
  const content = row.content as MethodologyContent
  return {
    id: row.id,
    version: row.version_number,
    likelihoodBands: content.likelihoodBands,
    consequenceBands: content.consequenceBands,
    levelThresholds: content.levelThresholds,
    acceptanceRights: content.acceptanceRights,
    appetite: appetiteOf(content.appetite),
    materialShare: content.materialShare,
    maxReduction: content.maxReduction,
    reviewIntervalDays: content.reviewIntervalDays,
  }
}

import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import { assumedYearlyRevenueMinor } from '@sinew/core/catalogue/assumed-revenue.ts'
import { defaultMethodology } from '@sinew/core/methodology/default-methodology.ts'
import { defaultMethodScope } from '@sinew/core/methodology/method-scope.ts'
import { currentEngine } from '@sinew/core/portfolio/current-engine.ts'
import { sql } from 'kysely'
import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

export type MethodologyBasis = {
  readonly currency: string
  readonly yearlyRevenueMinor: number | null
  readonly headcount: number
}

/** The default for an organisation of this size; its revenue is guessed where it is not given. */
export function defaultContent({ currency, yearlyRevenueMinor, headcount }: MethodologyBasis): MethodologyContent {
  const revenue = yearlyRevenueMinor ?? assumedYearlyRevenueMinor(headcount, currency)
  // A copy on its way to JSON: core's lists are read-only, the wire's are not.
  return { scope: defaultMethodScope, ...structuredClone(defaultMethodology(currency, revenue)) } as MethodologyContent
}

export type Founded = MethodologyBasis & {
  readonly organizationId: string
  readonly founder: { readonly id: string; readonly name: string }
}

/**
 * Version 1: the default, in force from the first minute so that a first risk can be priced, and marked as not looked at yet.
 * It counts as approved by the founder alone, which is said wherever the version is shown.
 */
export async function startMethodology(tx: Writer, founded: Founded): Promise<void> {
  const { founder } = founded
  await tx
    .insertInto('methodology')
    .values({
      organization_id: founded.organizationId,
      id: newId(),
      version_number: 1,
      status: 'approved',
      content: JSON.stringify(defaultContent(founded)),
      note: 'The default, not yet reviewed.',
      proposed_by: founder.id,
      proposed_by_name: founder.name,
      approved_by: founder.id,
      approved_by_name: founder.name,
      approved_at: sql<Date>`ledger_time()`,
      approved_alone: true,
      is_default: true,
      engine: JSON.stringify(currentEngine),
    })
    .execute()
}

import type { listThreatSuggestions, ThreatSuggestion } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { findCurrency } from '@sinew/core/catalogue/currencies.ts'
import { type RankedThreat, rankThreats } from '@sinew/core/catalogue/rank-threats.ts'
import type { SectorId } from '@sinew/core/catalogue/sectors.ts'
import { suggestLink } from '@sinew/core/catalogue/suggested-link.ts'
import { suggestEstimate } from '@sinew/core/catalogue/threat-estimate.ts'
import { relevanceLabels } from '@sinew/core/catalogue/threats.ts'
import type { Reader } from '../context.ts'
import type { Page } from '../db/list-page.ts'

/** The organisation as the catalogue asks about it. */
export type SuggestionSetting = {
  readonly sector: SectorId
  readonly headcount: number
  readonly yearlyRevenueMinor: number | null
  readonly currency: string
  /** Its applicable controls by ref. */
  readonly controls: ReadonlyMap<string, { readonly id: string; readonly title: string }>
  /** Open risks made from a scenario, by its id. */
  readonly risks: ReadonlyMap<string, readonly { readonly id: string; readonly number: number }[]>
}

export async function loadSuggestionSetting(db: Reader): Promise<SuggestionSetting> {
  const organization = await db
    .selectFrom('organization')
    .select(['sector', 'headcount', 'yearly_revenue_minor', 'currency'])
    .executeTakeFirstOrThrow()
  const controls = await db
    .selectFrom('control')
    .where('source', '=', 'annex_a')
    .where('applicable', '=', true)
    .select(['id', 'ref', 'title'])
    .execute()
  const risks = await db
    .selectFrom('risk')
    .where('threat_id', 'is not', null)
    .where('status', '<>', 'closed')
    .orderBy('number')
    .select(['id', 'number', 'threat_id'])
    .execute()
  const byThreat = new Map<string, { id: string; number: number }[]>()
  for (const { id, number, threat_id } of risks) {
    const known = byThreat.get(threat_id ?? '') ?? []
    byThreat.set(threat_id ?? '', [...known, { id, number }])
  }
  return {
    sector: organization.sector as SectorId,
    headcount: organization.headcount,
    yearlyRevenueMinor: organization.yearly_revenue_minor,
    currency: organization.currency,
    controls: new Map(controls.map(({ ref, ...control }) => [ref, control])),
    risks: byThreat,
  }
}

export async function findThreatSuggestions(
  db: Reader,
  query: ParsedQuery<typeof listThreatSuggestions>,
): Promise<Page<ThreatSuggestion>> {
  const setting = await loadSuggestionSetting(db)
  const sector = query.sector ?? setting.sector
  const wanted = query.q?.toLowerCase() ?? ''
  const found = rankThreats(sector).filter(
    ({ threat }) =>
      (query.category === undefined || threat.category === query.category) &&
      `${threat.title} ${threat.description}`.toLowerCase().includes(wanted),
  )
  const from = (query.page - 1) * query.pageSize
  return {
    items: found.slice(from, from + query.pageSize).map((ranked) => toSuggestion(ranked, { ...setting, sector })),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
  }
}

export function toSuggestion(ranked: RankedThreat, setting: SuggestionSetting): ThreatSuggestion {
  const { threat } = ranked
  return {
    threatId: threat.id,
    title: threat.title,
    description: threat.description,
    category: threat.category,
    actors: threat.threatActors.map((actor) => actor.replaceAll('_', ' ')),
    properties: [...threat.affectedProperties],
    relevance: ranked.relevance,
    relevanceLabel: relevanceLabels[ranked.relevance],
    reason: ranked.reason,
    sources: [...ranked.sources],
    estimate: estimateFor(threat.id, setting),
    controls: threat.mitigatingControls.flatMap((ref) => {
      const control = setting.controls.get(ref)
      return control === undefined ? [] : [{ controlId: control.id, ref, title: control.title, ...suggestLink(ref) }]
    }),
    risks: [...(setting.risks.get(threat.id) ?? [])],
  }
}

function estimateFor(threatId: string, setting: SuggestionSetting): ThreatSuggestion['estimate'] {
  const usdPerUnit = findCurrency(setting.currency)?.usdPerUnit
  if (usdPerUnit === undefined) return null
  const suggested = suggestEstimate({ threatId, usdPerUnit, ...setting })
  if (suggested === null) return null
  const { frequencyPerYear, lossMinor, lossCapMinor, basis } = suggested
  return { frequency: frequencyPerYear, lossMinor, lossCapMinor, basis }
}

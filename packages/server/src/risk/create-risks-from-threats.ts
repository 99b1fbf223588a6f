import type { Risk } from '@sinew/contract/risk/risk-contract.ts'
import type {
  createRisksFromThreats as route,
  ThreatSuggestion,
} from '@sinew/contract/risk/threat-suggestion-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { rateThreat } from '@sinew/core/catalogue/rank-threats.ts'
import { findThreat } from '@sinew/core/catalogue/threats.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context, Writer } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { AppError, assertAllowed } from '../errors.ts'
import { findRisksById } from './find-risks.ts'
import { loadSuggestionSetting, toSuggestion } from './threat-suggestions.ts'

/**
 * Drafts with figures that nobody has looked at yet: they name no assessor until somebody calls the risk assessed or estimates
 * it anew, and their basis says where the figures come from.
 */
export async function createRisksFromThreats(
  ctx: Context,
  input: ParsedBody<typeof route>,
): Promise<{ readonly items: Risk[] }> {
  await assertMayOwn(ctx.db, input.ownerId)
  const setting = await loadSuggestionSetting(ctx.db)
  const threats = knownThreats(input.threatIds)
  const suggestions = threats.map((threat) => toSuggestion(rateThreat(threat, setting.sector), setting))
  if (!input.again) assertAllowed(suggestions.flatMap(coveredRefusals))
  const ids: string[] = []
  await ctx.recorded({ reason: 'Proposed by the catalogue for the sector' }, async (tx) => {
    for (const suggestion of suggestions) {
      const id = newId()
      ids.push(id)
      await insertRisk(ctx, tx, id, suggestion, input)
      if (input.withControls) await insertLinks(ctx, tx, id, suggestion)
    }
  })
  return { items: await findRisksById(ctx.db, ids, ctx.now) }
}

function knownThreats(threatIds: readonly string[]) {
  const errors = threatIds.flatMap((threatId, index) =>
    findThreat(threatId) ? [] : [{ path: `threatIds.${index}`, message: `There is no scenario ${threatId}.` }],
  )
  if (errors.length > 0) throw new AppError(422, 'The catalogue has no such scenario.', { errors })
  return threatIds.flatMap((threatId) => findThreat(threatId) ?? [])
}

function coveredRefusals({ title, risks }: ThreatSuggestion) {
  const [first] = risks
  if (first === undefined) return []
  const message = `${riskRef(first.number)} covers “${title}” already. Open it, or say that you want the scenario again.`
  return [{ code: 'threat-covered', message }]
}

async function insertRisk(
  ctx: Context,
  tx: Writer,
  id: string,
  suggestion: ThreatSuggestion,
  { ownerId, withEstimates }: ParsedBody<typeof route>,
): Promise<void> {
  const estimate = withEstimates ? suggestion.estimate : null
  await tx
    .insertInto('risk')
    .values({
      organization_id: ctx.organizationId,
      id,
      number: await nextNumber(tx, 'risk'),
      title: suggestion.title,
      source: suggestion.actors.join(', '),
      event: suggestion.description,
      category: suggestion.category,
      properties: suggestion.properties,
      owner_id: ownerId,
      frequency_low: estimate?.frequency.low ?? null,
      frequency_high: estimate?.frequency.high ?? null,
      loss_low_minor: estimate?.lossMinor.low ?? null,
      loss_high_minor: estimate?.lossMinor.high ?? null,
      loss_cap_minor: estimate?.lossCapMinor ?? null,
      estimate_basis: estimate?.basis ?? '',
      threat_id: suggestion.threatId,
    })
    .execute()
}

async function insertLinks(ctx: Context, tx: Writer, riskId: string, suggestion: ThreatSuggestion): Promise<void> {
  if (suggestion.controls.length === 0) return
  await tx
    .insertInto('risk_control')
    .values(
      suggestion.controls.map(({ controlId, effect, reduction, note }) => ({
        organization_id: ctx.organizationId,
        id: newId(),
        risk_id: riskId,
        control_id: controlId,
        effect,
        reduction_low: reduction.low,
        reduction_high: reduction.high,
        note,
      })),
    )
    .execute()
}

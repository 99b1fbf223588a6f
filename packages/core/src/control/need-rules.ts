import type { NeedInput } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'

export type NeedDefinition = Pick<NeedInput, 'title' | 'cadenceDays' | 'weight' | 'nature'>

export const longestCadenceDays = 730
export const largestWeight = 100

/** Why a need's definition cannot be kept. */
export function needRefusals(need: NeedDefinition): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (need.title.trim() === '') refusals.push({ code: 'need-untitled', message: 'Say what would prove the control.' })
  if (!(need.cadenceDays >= 1 && need.cadenceDays <= longestCadenceDays)) {
    const message = `The cadence must be between 1 and ${longestCadenceDays} days.`
    refusals.push({ code: 'need-cadence', message })
  }
  if (!(need.weight >= 0 && need.weight <= largestWeight)) {
    refusals.push({ code: 'need-weight', message: `The weight must be between 0 and ${largestWeight}.` })
  }
  return refusals
}

/**
 * Ways in which a change makes a control easier to prove. Any change of a weight is one: weights are relative, so that
 * raising one lowers all others. Such a change is a decision: it needs a name and a reason.
 */
export function needWeakenings(before: NeedDefinition, after: NeedDefinition | null): readonly string[] {
  if (after === null) return ['removed']
  const ways: string[] = []
  if (after.cadenceDays > before.cadenceDays) ways.push(`every ${before.cadenceDays} → ${after.cadenceDays} days`)
  if (after.weight !== before.weight) ways.push(`weight ${before.weight} → ${after.weight}`)
  if (before.nature === 'operation' && after.nature === 'design') ways.push('design is enough now')
  return ways
}

/** A decision that weakens a need is refused without a reason. */
export function needChangeRefusals(
  before: NeedDefinition,
  after: NeedDefinition | null,
  reason: string,
): readonly Refusal[] {
  const refusals = after === null ? [] : needRefusals(after)
  if (needWeakenings(before, after).length === 0 || reason.trim() !== '') return refusals
  const message = 'Making a control easier to prove is a decision: say why.'
  return [...refusals, { code: 'need-weakened-without-reason', message }]
}

import type { ControlInput } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'

/** What a control is belongs to the standard; an organisation says how far it goes, not what it is called. */
export function identityChangeRefusals(source: ControlInput['source'], changesIdentity: boolean): readonly Refusal[] {
  if (source === 'own' || !changesIdentity) return []
  const message =
    'Title, theme and purpose of an Annex A control are the standard’s. Describe yours in the description.'
  return [{ code: 'annex-a-identity', message }]
}

/** What rests on a control, counted. */
export type ControlUse = {
  readonly risks: number
  readonly obligations: number
  readonly actions: number
  readonly evidence: number
  readonly observations: number
}

/** Why a control cannot be removed: Annex A stays whole, and nothing loses the control it rests on in silence. */
export function controlDeletionRefusals(source: ControlInput['source'], use: ControlUse): readonly Refusal[] {
  if (source === 'annex_a') {
    const message = 'An Annex A control is never removed. Exclude it in the Statement of Applicability, with a reason.'
    return [{ code: 'annex-a-stays', message }]
  }
  const rests: readonly (readonly [number, string, string])[] = [
    [use.risks, 'risk', 'is treated by it'],
    [use.obligations, 'obligation', 'requires it'],
    [use.actions, 'action', 'puts it in place'],
    [use.evidence, 'piece of evidence', 'proves it'],
    [use.observations, 'observed check', 'belongs to it'],
  ]
  return rests
    .filter(([count]) => count > 0)
    .map(([count, noun, what]) => ({
      code: 'control-in-use',
      message: count === 1 ? `1 ${noun} ${what}.` : `${plural(count, noun)} rest on it.`,
    }))
}

function plural(count: number, noun: string): string {
  return `${count} ${noun === 'piece of evidence' ? 'pieces of evidence' : `${noun}s`}`
}

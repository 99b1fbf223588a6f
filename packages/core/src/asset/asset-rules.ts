import { assetRef } from '../explanation/people-ref.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** An asset does not rest on itself, and says once what it rests on. */
export function dependencyRefusals(
  { assetId, onAssetId }: { readonly assetId: string; readonly onAssetId: string },
  already: readonly string[],
): readonly Refusal[] {
  if (assetId === onAssetId) return refuse('on_itself', 'An asset does not rest on itself: choose another.')
  if (already.includes(onAssetId))
    return refuse('said_already', 'That it rests on this one is said already: change that line instead.')
  return []
}

/** What others rest on stays, until they rest on something else: else their needs would vanish with it. */
export function assetRemovalRefusals(restingOnIt: readonly { readonly number: number }[]): readonly Refusal[] {
  if (restingOnIt.length === 0) return []
  const names = restingOnIt.map(({ number }) => assetRef(number)).join(', ')
  return refuse('rested_on', `${names} ${restingOnIt.length === 1 ? 'rests' : 'rest'} on it. Take that away first.`)
}

import type { Effect, MovementCause, Quantity } from '@sinew/core/movement/movement.ts'

/** One stop on the way of a movement: the object that moved most among those of its kind. */
export type ChainStep = {
  readonly entity: Effect['entity']
  readonly effect: Effect
  /** How many others of its kind moved as well. */
  readonly others: number
}

/** What is shown of each kind of object, in the order of the chain; the first quantity that moved is the one to tell. */
const stops: readonly (readonly [Effect['entity'], readonly Quantity[]])[] = [
  ['collector', ['state']],
  ['control', ['assurance', 'claimedShare']],
  ['risk', ['provenLoss', 'claimedLoss', 'targetLoss', 'inherentLoss', 'provenLevel']],
  ['portfolio', ['assuranceGap', 'provenLoss', 'provenCovered', 'appetite']],
  ['acceptance', ['standing']],
  ['soa_line', ['proof']],
]

/** The stops a movement made, from its control to the line of the statement. */
export function chainSteps(chain: readonly Effect[]): readonly ChainStep[] {
  return stops.flatMap(([entity, quantities]) => {
    const quantity = quantities.find((one) => chain.some((effect) => isAbout(effect, entity, one)))
    if (quantity === undefined) return []
    const effects = chain.filter((effect) => isAbout(effect, entity, quantity))
    const [first, ...rest] = effects
    if (first === undefined) return []
    const effect = rest.reduce((most, one) => (distance(one) > distance(most) ? one : most), first)
    return [{ entity, effect, others: effects.length - 1 }]
  })
}

const isAbout = (effect: Effect, entity: Effect['entity'], quantity: Quantity) =>
  effect.entity === entity && effect.quantity === quantity

const distance = (effect: Effect) => Math.abs(Number(effect.after ?? 0) - Number(effect.before ?? 0)) || 0

/** Whether more of this quantity is good news, bad news, or neither. */
export function betterOf(quantity: Quantity): 'higher' | 'lower' | null {
  if (quantity === 'assurance' || quantity === 'claimedShare' || quantity === 'provenShare') return 'higher'
  if (/Covered(Tail)?$/.test(quantity)) return 'higher'
  const isLess = /(Loss|Tail)$/.test(quantity) || quantity === 'assuranceGap' || quantity === 'appetiteRatio'
  return isLess ? 'lower' : null
}

/** The cause as a stop, where it is not itself the first of the chain. */
export function causeStep(
  cause: Pick<MovementCause, 'entity' | 'id'>,
  steps: readonly ChainStep[],
): Pick<MovementCause, 'entity' | 'id'> | null {
  return steps.some(({ effect }) => effect.id === cause.id) ? null : cause
}

import type { EventTransforms } from '../exact/event-transform.ts'
import type { ScenarioPoints } from './epistemic-points.ts'

/** The transform of a scenario's loss at a point, as a mixture of transforms that many points share. */
export type ScaleSteps = (point: number) => readonly { readonly share: number; readonly loss: Float64Array }[]

/** Neighbouring scales are at most so far apart: a mixture of two widens the standard deviation of a loss by at most 0.3 %, and keeps its mean. */
const apart = 0.15

export function scaleSteps({ scenario, scale, contained }: ScenarioPoints, transforms: EventTransforms): ScaleSteps {
  const { event } = scenario
  const made = new Map<number, Float64Array>()
  const at = (value: number): Float64Array => {
    const known = made.get(value) ?? transforms(event, { scale: value, contained: 0 }).spectrum
    made.set(value, known)
    return known
  }
  const whole = between(scale, at)
  if (event.saved === 0 || contained.every((chance) => chance === 0)) return whole
  const rest = between(
    scale.map((value) => value * (1 - event.saved)),
    at,
  )
  return (point) => {
    const chance = contained[point] ?? 0
    return [
      ...whole(point).map(({ share, loss }) => ({ share: share * (1 - chance), loss })),
      ...rest(point).map(({ share, loss }) => ({ share: share * chance, loss })),
    ]
  }
}

function between(values: Float64Array, at: (scale: number) => Float64Array): ScaleSteps {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high) return () => [{ share: 1, loss: at(low) }]
  const grid = gridOver(low, high)
  return (point) => {
    const value = values[point] ?? low
    const above = grid.findIndex((one) => one >= value)
    const [a, b] = [grid[above - 1], grid[above]]
    if (b === undefined || a === undefined) return [{ share: 1, loss: at(b ?? high) }]
    const share = (value - a) / (b - a)
    return [
      { share: 1 - share, loss: at(a) },
      { share, loss: at(b) },
    ]
  }
}

/** From the lowest to the highest scale in equal steps that are no wider than `apart` of the lowest or of a tenth of the highest. */
function gridOver(low: number, high: number): readonly number[] {
  const steps = Math.max(1, Math.ceil((high - low) / (apart * Math.max(low, high / 10))))
  return Array.from({ length: steps + 1 }, (_, k) => (k === steps ? high : low + ((high - low) * k) / steps))
}

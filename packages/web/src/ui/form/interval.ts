export type PartialInterval = { readonly low: number | null; readonly high: number | null }

/** Why a typed 90 % interval cannot stand, as one sentence; null when it can or nothing was typed yet. */
export function intervalProblem(
  { low, high }: PartialInterval,
  limits: { readonly min: number; readonly max?: number },
): string | null {
  if (low === null && high === null) return null
  if (low === null || high === null) return 'Give both ends of the interval.'
  if (low < limits.min || high < limits.min)
    return limits.min > 0 ? 'Both ends must be above zero.' : 'Neither end can be below zero.'
  if (low > high) return 'The low end is above the high end.'
  if (limits.max !== undefined && high > limits.max)
    return limits.max === 1 ? 'At most 100 %.' : `At most ${limits.max}.`
  return null
}

/** Where a value lies on a logarithmic scale, as a share of its length in [0, 1]; ends outside are held at the edge. */
export function logPosition(value: number, from: number, to: number): number {
  if (!(value > 0)) return 0
  return Math.min(1, Math.max(0, Math.log(value / from) / Math.log(to / from)))
}

/** The powers of ten from `from` to `to`. */
export function decades(from: number, to: number): readonly number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9)
  const last = Math.floor(Math.log10(to) + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index))
}

const perDecade = 100

/** A logarithmic scale in whole steps, from a decade or more below an interval to as far above it; values keep to three digits. */
export type LogSteps = {
  readonly count: number
  readonly stepOf: (value: number) => number
  readonly valueAt: (step: number) => number
}

export function logStepsAround({ low, high }: { readonly low: number; readonly high: number }): LogSteps {
  const first = Math.floor(Math.log10(low)) - 1
  const last = Math.ceil(Math.log10(high)) + 1
  return {
    count: (last - first) * perDecade,
    stepOf: (value) => Math.round((Math.log10(value) - first) * perDecade),
    valueAt: (step) => Number((10 ** (first + step / perDecade)).toPrecision(3)),
  }
}

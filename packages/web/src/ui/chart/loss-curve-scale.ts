import { type AppetitePoint, amountAt, type CurvePoints } from './loss-curve-points.ts'

export type ProbabilityScale = 'log' | 'linear'

export type PlotFrame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What the axes reach: amounts in minor units, the smallest probability in a year. */
export type LossDomain = { readonly from: number; readonly to: number; readonly least: number }

export type LossScale = {
  readonly x: (amount: number) => number
  readonly y: (probability: number) => number
  readonly amountOf: (x: number) => number
}

/** Once in so many years: where readings stop, and what the axis names. */
export const readLevels = [0.9, 0.8, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const

/**
 * Axes that show every curve from where it starts to matter to once in 500 years, or further where the appetite says
 * something there. Ends are 1, 2 or 5 times a power of ten, so that small changes do not move them; two to five decades.
 */
export function lossDomain(curves: readonly CurvePoints[], appetite: readonly AppetitePoint[]): LossDomain {
  const least = Math.max(1e-5, Math.min(1 / 500, ...appetite.map((point) => point.probability / 2)))
  const ends = curves.map((curve) => amountAt(curve, least) ?? curve.amounts[curve.amounts.length - 1] ?? 0)
  const to = roundUp(Math.max(1, ...ends, ...appetite.map((point) => point.amountMinor * 1.2)))
  const starts = curves
    .map((curve) => amountAt(curve, Math.min(0.8, 0.8 * (curve.probabilities[0] ?? 0))) ?? 0)
    .concat(appetite.map((point) => point.amountMinor / 1.5))
    .filter((amount) => amount > 0)
  const from = roundDown(Math.min(to / 100, Math.max(to / 1e5, Math.min(to, ...starts))))
  return { from, to, least }
}

export function lossScale(frame: PlotFrame, domain: LossDomain, kind: ProbabilityScale): LossScale {
  const width = Math.max(1, frame.width - frame.left - frame.right)
  const height = Math.max(1, frame.height - frame.top - frame.bottom)
  const perUnit = width / Math.log(domain.to / domain.from)
  const down = height / Math.log(1 / domain.least)
  const far = 4 * width
  return {
    x: (amount) => {
      if (!(amount > 0)) return frame.left - far
      return frame.left + Math.max(-far, Math.min(far, Math.log(amount / domain.from) * perUnit))
    },
    y: (probability) => {
      if (kind === 'linear') return frame.top + (1 - probability) * height
      if (!(probability > 0)) return frame.top + 2 * height
      return frame.top + Math.min(2 * height, -Math.log(probability) * down)
    },
    amountOf: (x) => domain.from * Math.exp((x - frame.left) / perUnit),
  }
}

const oneTwoFive = [1, 2, 5] as const

/** Round amounts within the axis, at least `gap` pixels apart: powers of ten, with 2 and 5 between them where there is room. */
export function amountTicks({ from, to }: LossDomain, width: number, gap: number): readonly number[] {
  const decade = width / Math.log10(to / from)
  const factors =
    decade * Math.log10(2) >= gap ? oneTwoFive : decade * Math.log10(3) >= gap ? ([1, 3] as const) : ([1] as const)
  const skip = Math.max(1, Math.ceil(gap / decade))
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    if (power % skip !== 0) continue
    for (const factor of factors) {
      const amount = Number(`${factor}e${power}`)
      if (amount >= from * (1 - 1e-9) && amount <= to * (1 + 1e-9)) ticks.push(amount)
    }
  }
  return ticks
}

/** Probabilities that the axis names, as far as it reaches and `gap` pixels apart. */
export function probabilityTicks(scale: LossScale, domain: LossDomain, gap: number): readonly number[] {
  const ticks: number[] = []
  for (const level of [1, 0.8, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001]) {
    const last = ticks.at(-1)
    if (level < domain.least * (1 - 1e-9)) break
    if (last === undefined || scale.y(level) - scale.y(last) >= gap) ticks.push(level)
  }
  return ticks
}

function roundUp(amount: number): number {
  const power = Math.floor(Math.log10(amount))
  return (
    [...oneTwoFive, 10].map((factor) => Number(`${factor}e${power}`)).find((one) => one >= amount * (1 - 1e-9)) ??
    amount
  )
}

function roundDown(amount: number): number {
  const power = Math.floor(Math.log10(amount))
  return (
    oneTwoFive.map((factor) => Number(`${factor}e${power}`)).findLast((one) => one <= amount * (1 + 1e-9)) ?? amount
  )
}

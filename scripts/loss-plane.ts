import { axes, frame, logarithmic, type Point, type Ticks } from './svg-picture.ts'

export const euro = (amount: number): string => {
  if (amount >= 1e6) return `€${(amount / 1e6).toPrecision(2).replace(/\.0$/, '')}M`
  return amount >= 1e3 ? `€${Math.round(amount / 1e3)}k` : `€${Math.round(amount)}`
}

/** Amounts in equal steps of their logarithm. */
export const between = (from: number, to: number, count = 160) =>
  Array.from({ length: count }, (_, k) => from * (to / from) ** (k / (count - 1)))

const percents: Ticks = [0.001, 0.01, 0.1, 0.5, 1].map((p) => [p, p === 1 ? 'every year' : `1 in ${1 / p}`] as const)
const amountTicks: Ticks = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000].map(
  (v) => [v, euro(v)] as const,
)

/** The plane of loss exceedance: amount across, how often a year costs more upwards, both logarithmic. */
export function plane(height: number, from = 10_000, to = 12_000_000) {
  const { left, right, top, bottom } = frame(height)
  const x = logarithmic(from, to, left, right)
  const y = logarithmic(0.001, 1, bottom, top)
  const at = (amount: number, chance: number): Point => [x(amount), y(Math.min(1, Math.max(0.001, chance)))]
  const ticks = amountTicks.filter(([v]) => v >= from && v <= to)
  return { x, y, at, axes: axes(height, x, ticks, 'a year costs more than this', y, percents) }
}
type Plane = ReturnType<typeof plane>

/** A curve down to 1 in 1000. */
export function curveOf({ at }: Plane, chanceOf: (amount: number) => number, from = 10_000): readonly Point[] {
  const amounts = between(from, 12_000_000)
  const last = amounts.findIndex((amount) => chanceOf(amount) < 0.001)
  return amounts.slice(0, last === -1 ? undefined : last + 1).map((amount) => at(amount, chanceOf(amount)))
}

import type { Frame, Scale } from './band-path.ts'
import { roundTicks } from './band-path.ts'

export type TrendPoint = { readonly at: number; readonly value: number }
export type TrendLimit = {
  readonly name: string
  readonly value: number
  readonly kind: 'target' | 'warning' | 'alarm'
}

export type TrendScale = Scale & { readonly ticks: readonly number[] }

/**
 * Maps instants and values into a frame, up to the highest value or limit: from zero, or below where a value is, or from a
 * round number where all of it lies so high that what sets it apart would be lost.
 */
export function trendScale(
  frame: Frame,
  points: readonly TrendPoint[],
  limits: readonly TrendLimit[],
  from: number,
  to: number,
): TrendScale {
  const values = [...points, ...limits].map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const isHigh = least > most / 2
  const [, step = 1] = roundTicks(most - least, 4)
  const low = isHigh ? Math.floor(least / step + 1e-9) * step : Math.min(0, least)
  const ticks = roundTicks(Math.max(1e-9, most - low), 4).map((tick) => tick + low)
  const high = Math.max(ticks.at(-1) ?? 1, low + 1e-9)
  const width = Math.max(1, frame.width - frame.left - frame.right)
  const height = Math.max(1, frame.height - frame.top - frame.bottom)
  const span = Math.max(1, to - from)
  return {
    x: (at) => frame.left + ((Math.min(to, Math.max(from, at)) - from) / span) * width,
    y: (value) => frame.top + height - ((value - low) / (high - low)) * height,
    ticks,
  }
}

const labelHeight = 13

/**
 * Where the names of limits stand beside the drawing, in the order of the limits: level with their line, or as near to it
 * as the others leave room, the higher limit always above, and none below `bottom`.
 */
export function limitLabels(limits: readonly TrendLimit[], { y }: Scale, bottom: number): readonly number[] {
  const at = new Map<TrendLimit, number>()
  let next = Number.NEGATIVE_INFINITY
  for (const limit of limits.toSorted((a, b) => b.value - a.value)) {
    next = Math.max(y(limit.value) + 4, next + labelHeight)
    at.set(limit, next)
  }
  let room = bottom
  for (const limit of limits.toSorted((a, b) => a.value - b.value)) {
    at.set(limit, Math.min(at.get(limit) ?? room, room))
    room = (at.get(limit) ?? room) - labelHeight
  }
  return limits.map((limit) => at.get(limit) ?? 0)
}

/** The point nearest to an instant. */
export function nearestPoint(points: readonly TrendPoint[], at: number): TrendPoint | null {
  return points.reduce<TrendPoint | null>(
    (best, point) => (best === null || Math.abs(point.at - at) < Math.abs(best.at - at) ? point : best),
    null,
  )
}

/** Lines between values that follow in time; after a silence longer than `gapMs` the line breaks off. */
export function trendPath(points: readonly TrendPoint[], { x, y }: Scale, gapMs: number): string {
  return points
    .map(({ at, value }, index) => {
      const before = points[index - 1]
      const begins = before === undefined || at - before.at > gapMs
      return `${begins ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}

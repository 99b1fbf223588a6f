/** Where the two lines of a band are at one instant. */
export type BandPoint = { readonly at: number; readonly solid: number; readonly dashed: number }

export type Frame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Scale = { readonly x: (at: number) => number; readonly y: (value: number) => number }

/** Maps instants and values into a frame; values from zero up to `most`. */
export function bandScale(frame: Frame, from: number, to: number, most: number): Scale {
  const width = Math.max(1, frame.width - frame.left - frame.right)
  const height = Math.max(1, frame.height - frame.top - frame.bottom)
  const span = Math.max(1, to - from)
  const high = most > 0 ? most : 1
  return {
    x: (at) => frame.left + ((Math.min(to, Math.max(from, at)) - from) / span) * width,
    y: (value) => frame.top + height - (value / high) * height,
  }
}

/**
 * A line through instants. `stepped`: a value holds until the next one replaces it, as figures do that change only when
 * something happens; the last one holds until `to`.
 */
export function linePath(
  points: readonly BandPoint[],
  value: (point: BandPoint) => number,
  scale: Scale,
  stepped: boolean,
  to: number,
): string {
  const corners = cornersOf(points, value, scale, stepped, to)
  return corners.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

/** The area between the two lines. */
export function bandPath(points: readonly BandPoint[], scale: Scale, stepped: boolean, to: number): string {
  const solid = cornersOf(points, (point) => point.solid, scale, stepped, to)
  const dashed = cornersOf(points, (point) => point.dashed, scale, stepped, to)
  const around = [...solid, ...dashed.toReversed()]
  if (around.length === 0) return ''
  return `${around.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')}Z`
}

function cornersOf(
  points: readonly BandPoint[],
  value: (point: BandPoint) => number,
  { x, y }: Scale,
  stepped: boolean,
  to: number,
): readonly (readonly [number, number])[] {
  if (!stepped) return points.map((point) => [x(point.at), y(value(point))])
  return points.flatMap((point, index) => {
    const until = points[index + 1]?.at ?? to
    const height = y(value(point))
    return [[x(point.at), height] as const, [x(until), height] as const]
  })
}

/** At most `count` round values from zero that cover `most`: 0, 100k, 200k, … */
export function roundTicks(most: number, count: number): readonly number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0]
  const rough = most / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power
  const steps = Math.ceil(most / step - 1e-9)
  return Array.from({ length: steps + 1 }, (_, index) => index * step)
}

/** The point in force at an instant: the last one at or before it, else the first. */
export function pointAt(points: readonly BandPoint[], at: number): BandPoint | undefined {
  return points.findLast((point) => point.at <= at) ?? points[0]
}

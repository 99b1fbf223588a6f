/** The p-quantile of values, linear between order statistics (Hyndman and Fan 1996, type 7). NaN of none. */
export function quantileOf(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort()
  const place = p * (sorted.length - 1)
  const at = Math.floor(place)
  const low = sorted[at] ?? Number.NaN
  const high = sorted[Math.min(sorted.length - 1, at + 1)] ?? Number.NaN
  return low + (place - at) * (high - low)
}

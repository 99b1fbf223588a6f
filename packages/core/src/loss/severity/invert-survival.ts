type Invertible = {
  readonly survival: (x: number) => number
  readonly density: (x: number) => number
  readonly most: number
  readonly start: number
}

/**
 * x with P(X > x) = s, 0 < s < 1, for a continuous law: Newton's steps kept inside a bracket that shrinks at every step, so it ends for any law.
 * Relative error about 1e-13.
 */
export function invertSurvival({ survival, density, most, start }: Invertible, s: number): number {
  let low = 0
  let high = most
  let x = start
  if (high === Number.POSITIVE_INFINITY) {
    high = start
    while (survival(high) > s && high < 1e300) high *= 2
  }
  for (let step = 0; step < 200; step++) {
    const excess = survival(x) - s
    if (excess === 0) return x
    if (excess > 0) low = x
    else high = x
    const slope = density(x)
    const newton = slope > 0 ? x + excess / slope : Number.NaN
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 1e-14 * Math.abs(next) || next === low || next === high) return next
    x = next
  }
  return x
}

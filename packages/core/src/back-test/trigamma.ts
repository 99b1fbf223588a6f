/**
 * ψ′(x), x > 0: the variance of the logarithm of a gamma variable of shape x. Asymptotic series at x + n ≥ 10, then down by the
 * recurrence ψ′(x) = ψ′(x+1) + 1/x². Relative error about 1e-14. (Abramowitz and Stegun 6.4.12.) NaN for x ≤ 0.
 */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let sum = 0
  let y = x
  while (y < 10) {
    sum += 1 / (y * y)
    y += 1
  }
  const z = 1 / (y * y)
  const series =
    (1 / y) *
      (1 + z * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - (z * 7) / 6))))))) +
    z / 2
  return sum + series
}

/** The x > 0 with ψ′(x) = value, value > 0, by bisection on a bracket that always holds it: 1/x < ψ′(x) < 1/x + 1/x². */
export function inverseTrigamma(value: number): number {
  let low = 1 / value
  let high = (1 + Math.sqrt(1 + 4 * value)) / (2 * value)
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (trigamma(middle) > value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

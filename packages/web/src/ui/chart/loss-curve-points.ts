/**
 * A loss exceedance curve as points: `amounts` rise (minor units), `probabilities` fall: the chance that a year costs more.
 * Between two points it runs straight on the scale of ln amount and ln probability.
 */
export type CurvePoints = {
  readonly amounts: ArrayLike<number>
  readonly probabilities: ArrayLike<number>
}

export type AppetitePoint = { readonly amountMinor: number; readonly probability: number }

/** Chance that a year costs more than the amount; 0 beyond the last point. */
export function probabilityAt({ amounts, probabilities }: CurvePoints, amount: number): number {
  const last = amounts.length - 1
  if (last < 0 || amount > (amounts[last] ?? 0)) return 0
  const at = firstAbove(amounts, amount)
  if (at === 0) return probabilities[0] ?? 0
  return between(amount, amounts[at - 1] ?? 0, amounts[at] ?? 0, probabilities[at - 1] ?? 0, probabilities[at] ?? 0)
}

/** The amount that a year exceeds with the probability, in minor units: 0 where most years cost nothing, null beyond the last point. */
export function amountAt({ amounts, probabilities }: CurvePoints, probability: number): number | null {
  const count = amounts.length
  if (count === 0 || probability >= (probabilities[0] ?? 0)) return 0
  let low = 0
  let high = count - 1
  if (probability < (probabilities[high] ?? 0)) return null
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((probabilities[middle] ?? 0) > probability) low = middle
    else high = middle
  }
  const from = probabilities[low] ?? 0
  const to = probabilities[high] ?? 0
  return between(probability, from, to, amounts[low] ?? 0, amounts[high] ?? 0)
}

/** The appetite as a curve, by rising amount. */
export function appetiteCurve(points: readonly AppetitePoint[]): CurvePoints {
  const sorted = [...points].sort((a, b) => a.amountMinor - b.amountMinor)
  return { amounts: sorted.map((one) => one.amountMinor), probabilities: sorted.map((one) => one.probability) }
}

/** Whether a year is likelier to cost more than the point's amount than the point allows. */
export function isBreached(point: AppetitePoint, curve: CurvePoints): boolean {
  return probabilityAt(curve, point.amountMinor) > point.probability
}

export type Stretch = { readonly from: number; readonly to: number }

/**
 * Stretches of amounts, between the first point of the appetite and its last, over which a year is likelier to cost more than
 * the appetite allows. Looked at on 240 amounts and at every point of the appetite.
 */
export function breachedStretches(appetite: CurvePoints, curve: CurvePoints): readonly Stretch[] {
  const first = appetite.amounts[0]
  const last = appetite.amounts[appetite.amounts.length - 1]
  if (first === undefined || last === undefined || !(first > 0)) return []
  const steps = 240
  const ratio = last / first
  const amounts = [
    ...Array.from({ length: steps + 1 }, (_, k) => first * ratio ** (k / steps)),
    ...Array.from(appetite.amounts),
  ].sort((a, b) => a - b)
  const stretches: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  for (const amount of amounts) {
    if (probabilityAt(curve, amount) > probabilityAt(appetite, Math.min(amount, last))) {
      if (open === null) {
        open = { from: amount, to: amount }
        stretches.push(open)
      }
      open.to = amount
    } else open = null
  }
  return stretches
}

/** Amounts and probabilities of a curve from one amount to another, both ends included. */
export function curveBetween(curve: CurvePoints, from: number, to: number): CurvePoints {
  const amounts: number[] = [from]
  for (let k = 0; k < curve.amounts.length; k++) {
    const amount = curve.amounts[k] ?? 0
    if (amount > from && amount < to) amounts.push(amount)
  }
  amounts.push(to)
  return { amounts, probabilities: amounts.map((amount) => probabilityAt(curve, amount)) }
}

function firstAbove(amounts: ArrayLike<number>, amount: number): number {
  let low = 0
  let high = amounts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((amounts[middle] ?? 0) >= amount) high = middle
    else low = middle + 1
  }
  return low
}

/** Straight between two points on logarithms where those exist, else on the figures themselves. */
function between(x: number, x0: number, x1: number, y0: number, y1: number): number {
  if (x1 === x0) return y1
  if (x0 > 0 && x1 > 0 && y0 > 0 && y1 > 0) {
    const share = Math.log(x / x0) / Math.log(x1 / x0)
    return y0 * (y1 / y0) ** share
  }
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

import { exp } from '../elementary/exponential.ts'
import { uniform } from './random-stream.ts'

// A piece of a large count is inverted at a time, so that no probability vanishes.
const piece = 40
const most = 400

/** A Poisson count by inversion of the uniform numbers at a place, from `within` up. Never falls when the rate rises. */
export function poissonCountAt(key: number, place: number, within: number, rate: number): number {
  let count = 0
  let part = 0
  for (; (part + 1) * piece <= rate; part++) count += wholePiece(uniform(key, place, within + part))
  return count + inverted(uniform(key, place, within + part), rate - part * piece)
}

/** The same from one uniform number; further ones, for a large rate, come from a key that is mixed for this alone. */
export function poissonCountOf(u: number, rate: number, key: number, at: number): number {
  if (rate < piece) return inverted(u, rate)
  return wholePiece(u) + poissonCountAt(key, at, 0, rate - piece)
}

function inverted(u: number, rate: number): number {
  let p = noneAt(rate)
  let sum = p
  let n = 0
  while (u > sum && n < most) {
    n++
    p *= rate * (inverses[n] ?? 0)
    sum += p
  }
  return n
}

const perUnit = 64
const none = Float64Array.from({ length: piece * perUnit + 2 }, (_, k) => exp(-k / perUnit))

/** e^{−rate} for a rate up to `piece`, from the nearest value of a table: error below 1e-14. */
function noneAt(rate: number): number {
  const k = Math.floor(rate * perUnit + 0.5)
  const r = k / perUnit - rate
  return (none[k] ?? 0) * (1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))))
}

const inverses = Float64Array.from({ length: most + 1 }, (_, n) => (n === 0 ? 0 : 1 / n))

let sums: Float64Array | null = null
const starts = new Int32Array(512)

/** A count of rate `piece`, of which a large count has hundreds: from a table, which starts near the answer. */
function wholePiece(u: number): number {
  sums ??= sumsOfPiece()
  let n = starts[Math.floor(u * starts.length)] ?? 0
  while (n < most && u > (sums[n] ?? 1)) n++
  return n
}

function sumsOfPiece(): Float64Array {
  const made = new Float64Array(most)
  let p = exp(-piece)
  let sum = 0
  for (let n = 0; n < most; n++, p *= piece / n) {
    sum += p
    made[n] = sum
  }
  for (let at = 0, n = 0; at < starts.length; at++) {
    while (n < most && at / starts.length > (made[n] ?? 1)) n++
    starts[at] = n
  }
  return made
}

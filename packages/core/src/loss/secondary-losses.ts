import type { SecondaryLoss } from '../chain/chain-snapshot.ts'
import { cappedMoment, type Lognormal, lognormalFrom90, lognormalQuantile } from './lognormal.ts'
import type { EventPart } from './loss-law.ts'

type Part = { readonly probability: number; readonly law: Lognormal; readonly most: number | null }
type Outcome = { readonly chance: number; readonly amount: number }

/**
 * An event with the further losses that it may bring: moments in closed form, since the cumulants of independent parts add. P(X > x) sums over
 * what the further losses may be, each on the middles of equally likely slices, which is right within about a hundredth. Null when one of them is not usable.
 */
export function withSecondary(primary: EventPart, losses: readonly SecondaryLoss[]): EventPart | null {
  const parts: Part[] = []
  for (const { probability, lossMinor, mostMinor } of losses) {
    const law = lognormalFrom90(lossMinor)
    if (law === null || !(probability >= 0 && probability <= 1) || (mostMinor !== null && !(mostMinor > 0))) return null
    parts.push({ probability, law, most: mostMinor })
  }
  let meanLoss = primary.meanLoss
  let variance = primary.meanSquareLoss - primary.meanLoss * primary.meanLoss
  for (const { probability, law, most } of parts) {
    const mean = probability * cappedMoment(law, most, 1)
    meanLoss += mean
    variance += probability * cappedMoment(law, most, 2) - mean * mean
  }
  let known: readonly Outcome[] | undefined
  const outcomes = () => {
    known ??= outcomesOf(parts)
    return known
  }
  const survival = (x: number) =>
    outcomes().reduce((sum, { chance, amount }) => sum + chance * (x < amount ? 1 : primary.survival(x - amount)), 0)
  return {
    meanLoss,
    meanSquareLoss: variance + meanLoss * meanLoss,
    isFixed: primary.isFixed && parts.every(({ probability }) => probability === 0),
    survival,
    quantile: (p) => quantileOf(survival, primary.quantile(p), p),
  }
}

// All combinations together stay below five hundred.
const slicesOf = (parts: number) => (parts === 1 ? 64 : parts === 2 ? 20 : 6)

function outcomesOf(parts: readonly Part[]): readonly Outcome[] {
  const slices = slicesOf(parts.length)
  return parts.reduce<readonly Outcome[]>(
    (before, { probability, law, most }) => {
      const own: Outcome[] = Array.from({ length: slices }, (_, k) => {
        const amount = lognormalQuantile(law, (k + 0.5) / slices)
        return { chance: probability / slices, amount: Math.min(amount, most ?? amount) }
      })
      const all = [{ chance: 1 - probability, amount: 0 }, ...own]
      return before.flatMap((one) =>
        all.map((other) => ({ chance: one.chance * other.chance, amount: one.amount + other.amount })),
      )
    },
    [{ chance: 1, amount: 0 }],
  )
}

/** By bisection from where the primary loss alone has this quantile: further losses only add. */
function quantileOf(survival: (x: number) => number, from: number, p: number): number {
  let [low, high] = [from, Math.max(1, 2 * from)]
  while (survival(high) > 1 - p && high < 1e300) high *= 2
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2
    if (survival(middle) > 1 - p) low = middle
    else high = middle
  }
  return high
}

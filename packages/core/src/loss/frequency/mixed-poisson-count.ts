import { exp } from '../elementary/exponential.ts'
import { log } from '../elementary/logarithm.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import type { Lognormal } from '../lognormal.ts'
import type { CountLaw, Nodes } from './count-law.ts'
import { poissonProbabilities } from './poisson-count.ts'

/**
 * A Poisson count whose rate is uncertain: one value a year, from these rates by their weights. P(z) = Σ w e^{λ(z−1)}.
 * @param lognormal the law that the rates stand for, where it is lognormal
 */
export function mixedPoissonCount(rates: Nodes, lognormal?: Lognormal): CountLaw {
  const { values, weights } = rates
  const expected = (value: (rate: number) => number) =>
    values.reduce((sum, rate, q) => sum + (weights[q] ?? 0) * value(rate), 0)
  const mean = expected((rate) => rate)
  const scaled = (factor: number): CountLaw => {
    const shifted = lognormal && factor > 0 ? { ...lognormal, mu: lognormal.mu + log(factor) } : undefined
    return mixedPoissonCount({ values: values.map((rate) => rate * factor), weights }, shifted)
  }
  return {
    mean,
    variance: mean + expected((rate) => (rate - mean) * (rate - mean)),
    pgfAt: (z) => {
      let sum = 0
      for (let q = 0; q < values.length; q++) sum += (weights[q] ?? 0) * exp((values[q] ?? 0) * (z - 1))
      return sum
    },
    pgf: (z, out) => mixedPgf(rates, z, out),
    thinned: scaled,
    multiplied: scaled,
    others: () =>
      mean > 0
        ? mixedPoissonCount({ values, weights: weights.map((w, q) => (w * (values[q] ?? 0)) / mean) })
        : mixedPoissonCount(rates),
    poissonRates: rates,
    ...(lognormal === undefined ? {} : { lognormalRate: lognormal }),
    probabilities: () => mixedProbabilities(rates),
  }
}

function mixedPgf({ values, weights }: Nodes, z: Float64Array, out: Float64Array): void {
  const n = z.length / 2
  const turn = new Float64Array(2)
  for (let j = 0; j < n; j++) {
    const re = (z[j] ?? 0) - 1
    const im = z[n + j] ?? 0
    let sumRe = 0
    let sumIm = 0
    for (let q = 0; q < values.length; q++) {
      const rate = values[q] ?? 0
      const size = (weights[q] ?? 0) * exp(rate * re)
      cosineSine(rate * im, turn, 0)
      sumRe += size * (turn[0] ?? 0)
      sumIm += size * (turn[1] ?? 0)
    }
    out[j] = sumRe
    out[n + j] = sumIm
  }
}

function mixedProbabilities({ values, weights }: Nodes): Float64Array {
  const each = Array.from(values, (rate) => poissonProbabilities(rate))
  const out = new Float64Array(Math.max(...each.map(({ length }) => length)))
  each.forEach((probabilities, q) => {
    for (let n = 0; n < probabilities.length; n++) out[n] = (out[n] ?? 0) + (weights[q] ?? 0) * (probabilities[n] ?? 0)
  })
  return out
}

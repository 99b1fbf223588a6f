import { lognormalFrom90 } from '../lognormal.ts'
import type { Frequency } from '../model/portfolio.ts'
import { binomialCount } from './binomial-count.ts'
import type { CountLaw } from './count-law.ts'
import { mixedPoissonCount } from './mixed-poisson-count.ts'
import { negativeBinomialCount } from './negative-binomial-count.ts'
import { poissonCount } from './poisson-count.ts'
import { rateNodesOf } from './rate-nodes.ts'
import { zeroInflatedCount } from './zero-inflated-count.ts'

/** The law that a portfolio's data name. The data are valid: `parsePortfolio` saw them. */
export function frequencyOf(frequency: Frequency): CountLaw {
  switch (frequency.type) {
    case 'poisson':
      return poissonCount(frequency.rate)
    case 'bernoulli':
      return binomialCount(1, frequency.p)
    case 'binomial':
      return binomialCount(frequency.n, frequency.p)
    case 'negbin':
      return negativeBinomialCount(frequency.mean, frequency.r)
    case 'zip':
      return zeroInflatedCount(frequency.pZero, frequency.rate)
    case 'mixedPoisson': {
      const { rate } = frequency
      // A gamma rate has the closed form of the negative binomial.
      if (rate.type === 'gamma') return negativeBinomialCount(rate.shape * rate.scale, rate.shape)
      if (rate.type === 'constant') return poissonCount(rate.value)
      const lognormal = rate.type === 'lognormal90' ? lognormalFrom90(rate) : null
      return mixedPoissonCount(rateNodesOf(rate), lognormal ?? undefined)
    }
  }
}

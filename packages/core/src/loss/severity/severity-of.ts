import { log } from '../elementary/logarithm.ts'
import { z95 } from '../lognormal.ts'
import type { Severity } from '../model/portfolio.ts'
import { cappedLoss } from './capped-loss.ts'
import { empiricalLoss } from './empirical-loss.ts'
import { fixedLoss } from './fixed-loss.ts'
import { gammaLoss } from './gamma-loss.ts'
import { lognormalFromQuantiles, lognormalLoss } from './lognormal-loss.ts'
import { mixtureLoss } from './mixture-loss.ts'
import { pertLoss } from './pert-loss.ts'
import type { SeverityLaw } from './severity-law.ts'
import { uniformLoss } from './uniform-loss.ts'

/** The law that a portfolio's data name. The data are valid: `parsePortfolio` saw them. */
export function severityOf(severity: Severity): SeverityLaw {
  switch (severity.type) {
    case 'lognormal90':
    case 'lognormal': {
      const { mu, sigma } = lognormalParameters(severity)
      return lognormalLoss(mu, sigma)
    }
    case 'pert':
      return pertLoss(severity.min, severity.mode, severity.max, severity.lambda)
    case 'uniform':
      return uniformLoss(severity.min, severity.max)
    case 'gamma':
      return gammaLoss(severity.shape, severity.scale)
    case 'exponential':
      return gammaLoss(1, severity.mean)
    case 'constant':
      return fixedLoss(severity.value)
    case 'mixture':
      return mixtureLoss(severity.parts.map((part) => ({ weight: part.weight, law: severityOf(part.severity) })))
    case 'capped':
      return cappedLoss(severityOf(severity.severity), severity.cap)
    case 'empirical':
      return empiricalLoss(severity.values)
  }
}

/** Mean and standard deviation of the logarithm, from a 90 % interval or from two quantiles. */
export function lognormalParameters(severity: Extract<Severity, { type: 'lognormal90' | 'lognormal' }>): {
  readonly mu: number
  readonly sigma: number
} {
  if (severity.type === 'lognormal90') {
    const [low, high] = [log(severity.low), log(severity.high)]
    return { mu: (low + high) / 2, sigma: (high - low) / (2 * z95) }
  }
  const [a, b] = severity.quantiles
  return lognormalFromQuantiles(a.p, a.value, b.p, b.value)
}

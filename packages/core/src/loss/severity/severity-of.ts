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
      return lognormalLoss(
        (log(severity.low) + log(severity.high)) / 2,
        (log(severity.high) - log(severity.low)) / (2 * z95),
      )
    case 'lognormal': {
      const [a, b] = severity.quantiles
      return lognormalFromQuantiles(a.p, a.value, b.p, b.value)
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

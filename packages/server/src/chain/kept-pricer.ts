import { type PortfolioPricer, portfolioPricer } from '@sinew/core/portfolio/portfolio-pricer.ts'

/** Each holds the transforms of an organisation's risks, some tens of megabytes for a thousand of them. */
const mostKept = 6

const pricers = new Map<string, PortfolioPricer>()

/**
 * The pricer of an organisation, kept between derivations: what did not change is not priced again. Its results do not depend on what it
 * priced before, so that any number of processes agree.
 */
export function pricerOf(organizationId: string): PortfolioPricer {
  const pricer = pricers.get(organizationId) ?? portfolioPricer()
  // The one asked for last is the last to go.
  pricers.delete(organizationId)
  pricers.set(organizationId, pricer)
  const [oldest] = pricers.keys()
  if (pricers.size > mostKept && oldest !== undefined) pricers.delete(oldest)
  return pricer
}

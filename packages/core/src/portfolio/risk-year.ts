import { priceExact } from '../loss/exact/price-exact.ts'
import type { Scenario } from '../loss/model/portfolio.ts'
import { resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { recordedSettings } from './recorded-settings.ts'
import { type Tail, tailOf } from './tail.ts'

/** The year of one risk in a few figures, minor units; its tail may be heavy, so up to four ranges are stitched. */
export function riskYear(scenario: Scenario): Tail {
  return tailOf(priceExact(resolvePortfolio({ scenarios: [scenario] }), { ...recordedSettings(1), ranges: 4 }))
}

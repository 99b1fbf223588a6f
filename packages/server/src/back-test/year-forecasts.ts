import { forecastOfCurve, forecastOfTail, type YearForecast } from '@sinew/core/back-test/year-forecast.ts'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { chainPortfolio } from '@sinew/core/loss/chain-portfolio.ts'
import { exactEngine } from '@sinew/core/loss/exact/price-exact.ts'
import { resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import { recordedSettings } from '@sinew/core/portfolio/recorded-settings.ts'
import { sharesIn } from './shares-in.ts'

export type YearForecasts = { readonly claimed: YearForecast; readonly proven: YearForecast }

/** More risks than that take longer than a request should: their year is read from the figures that are written down. */
const mostExact = 400

const kept = new WeakMap<DerivedChain, YearForecasts>()

/** What a year costs, as claimed and as proven today; priced once for a chain. */
export function yearForecasts(snapshot: ChainSnapshot, chain: DerivedChain): YearForecasts {
  const found = kept.get(chain)
  if (found !== undefined) return found
  const isExact = chain.portfolio.countedRisks <= mostExact
  const inState = (state: 'claimed' | 'proven') => {
    if (!isExact) return forecastOfTail(chain.portfolio.lossMinor[state], chain.portfolio.tail[state])
    const portfolio = resolvePortfolio(chainPortfolio(snapshot, sharesIn(chain), state))
    return forecastOfCurve(exactEngine(portfolio, recordedSettings(chain.portfolio.countedRisks)).curve())
  }
  const forecasts = { claimed: inState('claimed'), proven: inState('proven') }
  kept.set(chain, forecasts)
  return forecasts
}

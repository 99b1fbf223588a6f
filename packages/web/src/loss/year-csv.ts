import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import { levelOf, type SampledYear, yearLevels } from './sample-year.ts'

/** The figures of a year as CSV (RFC 4180), a row for each level and state; amounts in major units of the currency. */
export function yearCsv(year: SampledYear, currency: string): string {
  const major = (minor: number) => (minor / 10 ** minorDigitsOf(currency)).toFixed(minorDigitsOf(currency))
  const row = (state: LossState, measure: string, years: string, value: string, unit: string) =>
    [state, measure, years, value, unit].join(',')
  const rows = lossStates.flatMap((state) => {
    const one = year[state]
    return [
      row(state, 'mean', '', major(one.meanMinor), currency),
      row(state, 'standard deviation', '', major(one.sdMinor), currency),
      row(state, 'year without loss', '', String(one.none), 'probability'),
      ...yearLevels.flatMap((years) => {
        const { exceededMinor, meanBeyondMinor } = levelOf(one, years)
        return [
          row(state, 'exceeded by one year in', String(years), major(exceededMinor), currency),
          row(state, 'mean of these years', String(years), major(meanBeyondMinor), currency),
        ]
      }),
    ]
  })
  return `${['state,measure,years,value,unit', ...rows].join('\r\n')}\r\n`
}

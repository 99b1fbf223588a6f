import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import type { Translate } from '../i18n/translate.ts'
import { shortNumber } from '../ui/explanation/explanation-text.ts'

/** A range of events a year as people say it: `once in 3 to 20 years`, `2 to 6 times a year`. */
export function perYearWords(t: Translate, { low, high }: Interval): string {
  if (high <= 0.5) return t('once in {{from}} to {{to}} years', { from: years(high), to: years(low) })
  return t('{{low}} to {{high}} times a year', { low: shortNumber(low), high: shortNumber(high) })
}

// Two digits say as much of a guess as there is to say.
function years(perYear: number): string {
  return shortNumber(Number((1 / perYear).toPrecision(2)))
}

import type { CountShown } from '@sinew/contract/back-test/back-test-fields.ts'
import type { Translate } from '../i18n/translate.ts'
import { shortNumber } from '../ui/explanation/explanation-text.ts'

/** `more`, `fewer`: outside of the 90 % interval of the count; `within` it. */
export function standingOf({ observed, low, high }: CountShown): 'more' | 'fewer' | 'within' {
  if (observed > high) return 'more'
  return observed < low ? 'fewer' : 'within'
}

/** `7 of 3.2 (0 to 8)`. */
export function countWords(t: Translate, { observed, mean, low, high }: CountShown): string {
  return t('{{observed}} seen, {{mean}} forecast ({{low}} to {{high}})', {
    observed: shortNumber(observed),
    mean: shortNumber(mean),
    low: shortNumber(low),
    high: shortNumber(high),
  })
}

/** How improbable what happened was: `so many or more: 1 in 14`. */
export function surpriseWords(t: Translate, { observed, mean, asManyOrMore, asFewOrFewer }: CountShown): string {
  return observed > mean
    ? t('so many or more: {{odds}}', { odds: chanceWords(t, asManyOrMore) })
    : t('so few or fewer: {{odds}}', { odds: chanceWords(t, asFewOrFewer) })
}

/** `1 in 14`, `4 in 10`, `nearly always`. */
export function chanceWords(t: Translate, probability: number): string {
  if (probability < 1e-6) return t('less than 1 in a million')
  if (probability >= 0.95) return t('nearly always')
  if (probability <= 0.3) return t('1 in {{among}}', { among: shortNumber(Number((1 / probability).toPrecision(2))) })
  return t('{{times}} in 10', { times: Math.round(probability * 10) })
}

/** `11 months`, `3.2 years`: of watched time. */
export function spanWords(t: Translate, years: number): string {
  if (years < 1.95) return t('{{count}} months', { count: Math.round(years * 12) })
  return t('{{years}} years', { years: shortNumber(Number(years.toPrecision(2))) })
}

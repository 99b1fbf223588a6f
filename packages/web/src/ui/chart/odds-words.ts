import type { Translate } from '../../i18n/translate.ts'

/** A yearly probability as people say it, for an axis: `1 in 10`, `8 in 10`, `every year`. */
export function oddsWords(t: Translate, probability: number): string {
  if (probability >= 0.995) return t('every year')
  const { years, among } = oddsOf(probability)
  return t('{{years}} in {{among}}', { years, among })
}

/** `1 year in 10`, `8 years in 10`, `never`. */
export function yearsWords(t: Translate, probability: number): string {
  if (probability >= 0.995) return t('every year')
  if (!(probability > 1e-6)) return t('never')
  const { years, among } = oddsOf(probability)
  return years === 1 ? t('1 year in {{among}}', { among }) : t('{{years}} years in {{among}}', { years, among })
}

/** One in so many years, to two digits; likelier than 1 in 10 and no whole number of years: in hundredths. */
function oddsOf(probability: number): { readonly years: number; readonly among: number | string } {
  const among = 1 / probability
  const whole = Math.round(among)
  if (whole >= 2 && Math.abs(among - whole) < 0.02 * whole) return { years: 1, among: twoDigits(whole) }
  if (probability < 0.1) return { years: 1, among: twoDigits(among) }
  const tenths = Math.round(probability * 10)
  if (Math.abs(probability * 10 - tenths) < 0.02) return { years: tenths, among: 10 }
  return { years: Math.round(probability * 100), among: 100 }
}

function twoDigits(years: number): number | string {
  const rounded = Number(years.toPrecision(2))
  return rounded >= 10_000 ? rounded.toLocaleString('en') : rounded
}

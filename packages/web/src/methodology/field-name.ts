import type { Translate } from '../i18n/translate.ts'

/** A field of a methodology as people call it: `likelihoodBands.2.upToPerYear` → `Likelihood, band 3: up to a year`. */
export function fieldName(t: Translate, path: string): string {
  const [head = '', ...rest] = path.split('.')
  const names: Readonly<Record<string, string>> = {
    scope: t('Scope of the method'),
    likelihoodBands: t('Likelihood'),
    consequenceBands: t('Consequence'),
    levelThresholds: t('Level from'),
    acceptanceRights: t('Who may accept'),
    appetite: t('Appetite'),
    materialShare: t('Material growth'),
    maxReduction: t('Largest joint effect'),
    reviewIntervalDays: t('Review after days'),
  }
  const parts: Readonly<Record<string, string>> = {
    name: t('name'),
    description: t('anchor'),
    upToPerYear: t('up to a year'),
    upToMinor: t('up to'),
    mayAccept: t('who'),
    maxMonths: t('months'),
    level: t('level'),
    medium: t('medium'),
    high: t('high'),
    critical: t('critical'),
    yearlyLossMinor: t('loss of a year'),
    afterInsurance: t('judged after insurance'),
    points: t('a year that costs more'),
    amountMinor: t('amount'),
    probability: t('at most how often'),
  }
  const tail = rest.map((part) =>
    /^\d+$/.test(part)
      ? t(head === 'appetite' ? 'amount {{number}}' : 'band {{number}}', { number: Number(part) + 1 })
      : (parts[part] ?? part),
  )
  return [names[head] ?? head, ...tail].join(', ')
}

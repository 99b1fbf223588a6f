import type { Translate } from '../i18n/translate.ts'

/** How sure one can be of something, given all that is not known, as people say it: `in 8 of 10 readings`. */
export function confidenceWords(t: Translate, share: number): string {
  if (share >= 1) return t('in every reading')
  if (share <= 0) return t('in no reading')
  if (share > 0.95) return t('in more than 9 of 10 readings')
  if (share < 0.05) return t('in fewer than 1 of 10 readings')
  return t('in {{count}} of 10 readings', { count: Math.min(9, Math.round(share * 10)) })
}

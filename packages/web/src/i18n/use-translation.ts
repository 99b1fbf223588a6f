import { i18n } from './i18n.ts'
import type { Translate } from './translate.ts'

const translation: { readonly t: Translate; readonly i18n: { readonly language: string } } = { t: i18n.t, i18n }

/** `t` for the sentences of a component, and the language numbers and days are written in. */
export const useTranslation = () => translation

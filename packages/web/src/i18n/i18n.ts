import en from './locales/en.json' with { type: 'json' }
import { translateBy } from './translate.ts'

/**
 * The English sentence is the key, so English needs entries only for plurals. To add a language: a file in `locales/`
 * with the same sentences as keys, one line here.
 */
export const resources = { en }

const language = 'en'

export const i18n = { language, t: translateBy(language, resources[language]) }

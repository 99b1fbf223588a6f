import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './locales/en.json' with { type: 'json' }

/**
 * The English sentence is the key, so English needs entries only for plurals. To add a language: a file in `locales/`
 * with the same sentences as keys, one line here.
 */
export const resources = { en: { translation: en } }

void i18next.use(initReactI18next).init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

export const i18n = i18next

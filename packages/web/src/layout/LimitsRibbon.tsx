import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { limitsInWords } from '../settings/limits-in-words.ts'
import classes from './layout.module.css'

/** Whoever may not see everything is told so, on every page. */
export function LimitsRibbon() {
  const { t } = useTranslation()
  const words = limitsInWords(t, useOrganization())
  if (words === '') return null
  return (
    <div className={classes.ribbon} role="note">
      {t('Your access is limited: {{words}}.', { words })}
    </div>
  )
}

import { useTranslation } from '../i18n/use-translation.ts'
import classes from './layout.module.css'

/** An example company is marked so for ever, on every page. */
export function ExampleRibbon() {
  const { t } = useTranslation()
  return (
    <div className={classes.ribbon} role="note">
      {t('Example company: everything here is made up.')}
    </div>
  )
}

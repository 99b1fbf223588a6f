import { useTranslation } from 'react-i18next'
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

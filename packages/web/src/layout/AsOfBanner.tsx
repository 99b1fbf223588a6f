import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { exactTime } from '../ui/relative-time.ts'
import classes from './layout.module.css'
import { useAsOf } from './use-as-of.ts'

/** On every page while a past date is shown: nothing here can be mistaken for today. */
export function AsOfBanner({ asOf }: { readonly asOf: string }) {
  const { t, i18n } = useTranslation()
  const { show } = useAsOf()
  return (
    <div className={classes.asOf} role="status">
      <IconHistory size={17} stroke={1.7} aria-hidden="true" />
      <span>
        {t('Everything as it was on {{date}}. Nothing can be changed here.', {
          date: exactTime(Date.parse(asOf), i18n.language),
        })}
      </span>
      <Button size="compact-xs" variant="default" onClick={() => show(null)}>
        {t('Back to today')}
      </Button>
    </div>
  )
}

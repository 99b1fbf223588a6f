import { Slider } from '@mantine/core'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { exactDay } from '../ui/relative-time.ts'
import type { ChoiceProps } from './Board.tsx'
import classes from './what-if.module.css'

const furthestDays = 365

/** The day the changed world is looked at. */
export function AheadChoice({ page, whatIf, onChange }: ChoiceProps) {
  const { t, i18n } = useTranslation()
  const words = (days: number) => (days === 0 ? t('today') : exactDay(page.at + days * dayMs, i18n.language))
  return (
    <div className={classes.slider}>
      <Slider
        thumbLabel={t('The day to look at')}
        min={0}
        max={furthestDays}
        value={whatIf.aheadDays}
        onChange={(aheadDays) => onChange({ ...whatIf, aheadDays })}
        label={words}
        thumbProps={{ 'aria-valuetext': words(whatIf.aheadDays) }}
        marks={[0, 91, 182, 273, 365].map((value) => ({ value }))}
      />
      <p className={classes.quiet}>{words(whatIf.aheadDays)}</p>
    </div>
  )
}

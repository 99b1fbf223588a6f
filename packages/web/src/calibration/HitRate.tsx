import { hitRateInterval, promisedRate } from '@sinew/core/calibration/hit-rate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './calibration.module.css'

/** How often ranges held the truth: a dot with what chance leaves open around it, against the nine in ten they promise. */
export function HitRate({ hits, answered }: { readonly hits: number; readonly answered: number }) {
  const { t } = useTranslation()
  const interval = hitRateInterval({ hits, answered })
  if (interval === null) return null
  const words = t('{{hits}} of {{answered}}', { hits, answered })
  return (
    <span className={classes.rate}>
      <span className={classes.rateTrack} aria-hidden="true">
        <span className={classes.promise} style={{ left: `${promisedRate * 100}%` }} />
        <span
          className={classes.rateReach}
          style={{ left: `${interval.low * 100}%`, width: `${(interval.high - interval.low) * 100}%` }}
        />
        <span className={classes.rateDot} style={{ left: `${(hits / answered) * 100}%` }} />
      </span>
      <span>{words}</span>
    </span>
  )
}

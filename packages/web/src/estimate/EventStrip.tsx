import { eventQuantile } from '@sinew/core/estimate/implied-loss.ts'
import type { LossLaw } from '@sinew/core/loss/loss-law.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { logPosition } from '../ui/form/interval.ts'
import classes from './estimate.module.css'

/** Shares of all events: each band holds as many as it is deep in colour. */
const bands = [
  { from: 0.01, to: 0.05, depth: 0.12 },
  { from: 0.05, to: 0.25, depth: 0.35 },
  { from: 0.25, to: 0.75, depth: 0.75 },
  { from: 0.75, to: 0.95, depth: 0.35 },
  { from: 0.95, to: 0.99, depth: 0.12 },
] as const

/** Where the losses of single events lie, with their middle and their mean, on a logarithmic scale. */
export function EventStrip({ law }: { readonly law: LossLaw }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const [least, most] = [eventQuantile(law, 0.01), Math.max(eventQuantile(law, 0.99), law.meanLoss)]
  if (!(most > least)) return null
  const at = (value: number) => logPosition(value, least, most) * 100
  const median = eventQuantile(law, 0.5)
  const money = (minor: number) => formatMoneyShort(minor, currency)
  return (
    <figure
      className={classes.strip}
      aria-label={t('One event: half cost less than {{median}}, the mean is {{mean}}', {
        median: money(median),
        mean: money(law.meanLoss),
      })}
    >
      <div className={classes.stripTrack} aria-hidden="true">
        {bands.map(({ from, to, depth }) => {
          const [left, right] = [at(eventQuantile(law, from)), at(eventQuantile(law, to))]
          return (
            <span
              key={from}
              className={classes.stripBand}
              style={{ left: `${left}%`, width: `${right - left}%`, opacity: depth }}
            />
          )
        })}
        <span className={classes.stripMedian} style={{ left: `${at(median)}%` }} />
        <span className={classes.stripMean} style={{ left: `${at(law.meanLoss)}%` }} />
      </div>
      <figcaption>
        <span>{money(least)}</span>
        <span>
          {t('| half of the events {{median}}', { median: money(median) })} ·{' '}
          {t('◆ mean {{mean}}', { mean: money(law.meanLoss) })}
        </span>
        <span>{money(most)}</span>
      </figcaption>
    </figure>
  )
}

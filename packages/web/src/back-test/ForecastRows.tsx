import type { CountShown } from '@sinew/contract/back-test/back-test-fields.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import classes from './back-test.module.css'
import { standingOf, surpriseWords } from './surprise-words.ts'

export type ForecastRow = {
  readonly key: string
  readonly name: string
  /** The name as a link, where it has a page. */
  readonly link?: React.ReactNode
  readonly claimed: CountShown | null
  readonly proven: CountShown | null
}

type Props = { readonly label: string; readonly rows: readonly ForecastRow[] }

/** Events forecast and seen, a row each on one scale: hollow as claimed, solid as proven, a diamond for what happened. */
export function ForecastRows({ label, rows }: Props) {
  const { t } = useTranslation()
  const shown = rows.flatMap((row) =>
    row.claimed === null || row.proven === null ? [] : [{ ...row, claimed: row.claimed, proven: row.proven }],
  )
  const most = Math.max(1, ...shown.flatMap(({ claimed, proven }) => [claimed.high, proven.high, claimed.observed]))
  // Roots: a rare risk and a frequent one have room on the same scale.
  const place = (count: number) => `${(100 * Math.sqrt(Math.min(count, most))) / Math.sqrt(most)}%`
  const table = {
    columns: [t('Risk'), t('Seen'), t('Forecast as claimed'), t('Forecast as proven'), t('How surprising')],
    rows: shown.map(({ name, claimed, proven }) => [
      name,
      claimed.observed,
      rangeWords(claimed),
      rangeWords(proven),
      surpriseWords(t, claimed),
    ]),
  }
  return (
    <ChartFrame label={label} table={table} legend={<Legend />}>
      <ul className={classes.forecasts}>
        {shown.map(({ key, name, link, claimed, proven }) => (
          <li key={key} className={classes.forecast} data-standing={standingOf(claimed)}>
            <span className={classes.name}>{link ?? name}</span>
            <span className={classes.track} aria-hidden="true">
              <Bar part="claimed" count={claimed} place={place} />
              <Bar part="proven" count={proven} place={place} />
              <span className={classes.seen} style={{ left: place(claimed.observed) }} />
            </span>
            <span className={classes.words}>
              <strong>{shortNumber(claimed.observed)}</strong> {t('of {{mean}}', { mean: shortNumber(claimed.mean) })}
              <small>{surpriseWords(t, claimed)}</small>
            </span>
          </li>
        ))}
        <li className={classes.scale} aria-hidden="true">
          <span />
          <span className={classes.ticks}>
            {ticksTo(most).map((tick) => (
              <span key={tick} style={{ left: place(tick) }}>
                {shortNumber(tick)}
              </span>
            ))}
          </span>
          <span>{t('events')}</span>
        </li>
      </ul>
    </ChartFrame>
  )
}

const rangeWords = ({ mean, low, high }: CountShown) => `${shortNumber(mean)} (${low} – ${high})`

type BarProps = {
  readonly part: 'claimed' | 'proven'
  readonly count: CountShown
  readonly place: (count: number) => string
}

function Bar({ part, count, place }: BarProps) {
  return (
    <>
      <span
        className={classes.interval}
        data-part={part}
        style={{ left: place(count.low), width: `calc(${place(count.high)} - ${place(count.low)})` }}
      />
      <span className={classes.mean} data-part={part} style={{ left: place(count.mean) }} />
    </>
  )
}

/** What the marks of a row mean. */
export function Legend() {
  const { t } = useTranslation()
  return (
    <>
      <span className={classes.legendItem}>
        <span className={classes.sample} data-part="claimed" /> {t('forecast with controls as claimed, 9 times in 10')}
      </span>
      <span className={classes.legendItem}>
        <span className={classes.sample} data-part="proven" /> {t('as proven')}
      </span>
      <span className={classes.legendItem}>
        <span className={classes.sampleSeen} /> {t('seen')}
      </span>
    </>
  )
}

/** 0, then 1, 2, 5 times powers of ten, as many as have room on a scale of roots. */
function ticksTo(most: number): readonly number[] {
  const all = [0]
  for (let power = 1; power <= most; power *= 10) all.push(power, 2 * power, 5 * power)
  const fitting = all.filter((tick) => tick <= most)
  return fitting.filter((tick, i) => {
    const next = fitting[i + 1] ?? Number.POSITIVE_INFINITY
    return Math.sqrt(next / most) - Math.sqrt(tick / most) > 0.07
  })
}

import type { BackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import { Money } from '../ui/Money.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { Panel } from '../ui/Panel.tsx'
import { exactDay } from '../ui/relative-time.ts'
import classes from './back-test.module.css'
import { Legend } from './ForecastRows.tsx'
import { chanceWords } from './surprise-words.ts'

type Year = BackTest['years'][number]
type Props = { readonly test: BackTest }

const shown = 4

/** The total of each year in the distribution of a year's loss: hollow as claimed, solid as proven, a diamond for the year. */
export function YearsPanel({ test }: Props) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const { yearForecast, currency } = test
  const { claimed, proven } = yearForecast
  const years = test.years.slice(0, shown)
  const most = Math.max(1, claimed.highMinor, proven.highMinor, ...years.map(({ lossMinor }) => lossMinor))
  const place = (minor: number) => `${(100 * Math.sqrt(Math.min(minor, most))) / Math.sqrt(most)}%`
  const nameOf = ({ from, until }: Year) =>
    Date.parse(until) > now - 86_400_000
      ? t('The last twelve months')
      : `${exactDay(Date.parse(from), i18n.language)} – ${exactDay(Date.parse(until), i18n.language)}`
  const range = ({ lowMinor, highMinor }: typeof claimed) =>
    `${formatMoneyShort(lowMinor, currency)} – ${formatMoneyShort(highMinor, currency)}`
  const table = {
    columns: [t('Year'), t('Cost'), t('So much or more, as claimed'), t('As proven')],
    rows: years.map((year) => [
      nameOf(year),
      formatMoneyShort(year.lossMinor, currency),
      chanceWords(t, year.asMuchOrMore.claimed),
      chanceWords(t, year.asMuchOrMore.proven),
    ]),
  }
  return (
    <Panel
      title={t('What a year costs')}
      hint={t('All risks together. Nine years in ten cost {{claimed}} as claimed, {{proven}} as proven today.', {
        claimed: range(claimed),
        proven: range(proven),
      })}
    >
      <ChartFrame label={t('What years cost, against the forecast')} table={table} legend={<Legend />}>
        <ul className={classes.forecasts}>
          {years.map((year) => (
            <li
              key={year.from}
              className={classes.forecast}
              data-standing={year.lossMinor > proven.highMinor ? 'more' : 'within'}
            >
              <span className={classes.name}>{nameOf(year)}</span>
              <span className={classes.track} aria-hidden="true">
                <YearBar part="claimed" year={claimed} place={place} />
                <YearBar part="proven" year={proven} place={place} />
                <span className={classes.seen} style={{ left: place(year.lossMinor) }} />
              </span>
              <span className={classes.words}>
                <strong>
                  <Money minor={year.lossMinor} currency={currency} />
                </strong>{' '}
                {t('in {{count}} events', { count: year.events })}
                <small className={classes.kept}>
                  {t('a year like this or worse: {{odds}}', { odds: chanceWords(t, year.asMuchOrMore.proven) })}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </ChartFrame>
      <Caveats years={years} isExact={yearForecast.isExact} />
    </Panel>
  )
}

type BarProps = {
  readonly part: 'claimed' | 'proven'
  readonly year: BackTest['yearForecast']['claimed']
  readonly place: (minor: number) => string
}

function YearBar({ part, year, place }: BarProps) {
  return (
    <>
      <span
        className={classes.interval}
        data-part={part}
        style={{ left: place(year.lowMinor), width: `calc(${place(year.highMinor)} - ${place(year.lowMinor)})` }}
      />
      <span className={classes.mean} data-part={part} style={{ left: place(year.medianMinor) }} />
    </>
  )
}

/** Why a total may be less than what the year cost. */
function Caveats({ years, isExact }: { readonly years: readonly Year[]; readonly isExact: boolean }) {
  const { t } = useTranslation()
  const unknown = years.reduce((sum, { unknownLosses }) => sum + unknownLosses, 0)
  const isPartly = years.some(({ watchedShare }) => watchedShare < 0.99)
  const notes = [
    unknown > 0 ? t('The cost of {{unknown}} of these events is not known yet.', { unknown }) : '',
    isPartly ? t('Nobody vouches for all of this time, so a total is at least what it says.') : '',
    isExact ? '' : t('For so many risks the forecast goes through a few figures of the distribution.'),
  ]
  return <p className={classes.small}>{notes.filter((note) => note !== '').join(' ')}</p>
}

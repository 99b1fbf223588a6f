import { Button, Slider } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { exactDay } from '../ui/relative-time.ts'
import { Worth } from '../ui/Worth.tsx'
import type { Lever } from './levers.ts'
import classes from './loss.module.css'
import { furthestDays } from './loss-limits.ts'
import { levelOf, type SampledYear } from './sample-year.ts'
import { isTrying } from './trial.ts'
import { useDesk, useDeskView } from './use-loss-desk.ts'

const EstimateTry = later(async () => (await import('./EstimateTry.tsx')).EstimateTry)

type Props = { readonly snapshot: ChainSnapshot; readonly levers: readonly Lever[]; readonly from: number }

/** What if: pull on the date, the proof of a control or the estimate of a risk, and see the year move beside today. Nothing is saved. */
export function TryPanel({ snapshot, levers, from }: Props) {
  const { t } = useTranslation()
  const desk = useDesk()
  const isTried = useDeskView(({ trial }) => isTrying(trial, from))
  return (
    <Panel
      title={t('Try it')}
      hint={t('Pull on the date, on what is proven, or on an estimate. Nothing is saved.')}
      actions={
        <Button size="compact-sm" variant="default" disabled={!isTried} onClick={desk.reset}>
          {t('Reset')}
        </Button>
      }
    >
      <Outcome currency={snapshot.currency} />
      <DateSlider from={from} />
      <EstimateTry snapshot={snapshot} />
      <ul className={classes.levers}>
        {levers.map((lever) => (
          <LeverRow key={lever.controlId} lever={lever} currency={snapshot.currency} from={from} />
        ))}
      </ul>
    </Panel>
  )
}

/** Today beside what is tried, at three levels. */
function Outcome({ currency }: { readonly currency: string }) {
  const { t } = useTranslation()
  const today = useDeskView((view) => view.today)
  const tried = useDeskView((view) => view.tried)
  const isSettled = useDeskView((view) => view.isSettled)
  if (today === null) return null
  const figures: readonly (readonly [string, (year: SampledYear) => number])[] = [
    [t('1 year in 10'), (year) => levelOf(year.proven, 10).exceededMinor],
    [t('1 year in 100'), (year) => levelOf(year.proven, 100).exceededMinor],
    [t('on average'), (year) => year.proven.meanMinor],
  ]
  return (
    <dl className={classes.outcome} aria-live={isSettled ? 'polite' : 'off'}>
      {figures.map(([name, of]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {tried === null ? (
              <Money minor={of(today)} currency={currency} />
            ) : (
              <Delta
                before={rounded(of(today))}
                after={rounded(of(tried))}
                better="lower"
                render={(minor) => <Money minor={minor} currency={currency} />}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

// As it is shown: what differs only between lattices has not moved.
const rounded = (minor: number): number => Number(minor.toPrecision(3))

function DateSlider({ from }: { readonly from: number }) {
  const { t, i18n } = useTranslation()
  const desk = useDesk()
  const days = useDeskView(({ trial }) => Math.round((trial.at - from) / dayMs))
  const isAheadPriced = useDeskView((view) => view.isAheadPriced)
  const dayOf = (value: number) => (value === 0 ? t('today') : exactDay(from + value * dayMs, i18n.language))
  return (
    <div className={classes.lever} data-ahead={isAheadPriced ? 'priced' : 'pricing'}>
      <span className={classes.leverName}>
        {t('Look ahead')} <small>{t('if nobody does anything')}</small>
      </span>
      <span className={classes.leverValue}>{dayOf(days)}</span>
      <Slider
        className={classes.leverSlider}
        thumbLabel={t('The day to look at')}
        min={0}
        max={furthestDays}
        value={days}
        onChange={(value) => desk.tryOut({ at: from + value * dayMs })}
        label={dayOf}
        size="sm"
        thumbProps={{ 'aria-valuetext': dayOf(days) }}
      />
    </div>
  )
}

type LeverProps = { readonly lever: Lever; readonly currency: string; readonly from: number }

function LeverRow({ lever, currency }: LeverProps) {
  const { t } = useTranslation()
  const desk = useDesk()
  const { controlId, ref, title, assurance, most, worthMinor } = lever
  const value = useDeskView(({ trial }) => trial.assurances[controlId] ?? assurance)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return (
    <li className={classes.lever}>
      <span className={classes.leverName}>
        <PageLink to={paths.control} params={{ controlRef: ref }} inherit>
          {ref}
        </PageLink>{' '}
        {title} <small>{<Worth minor={worthMinor} currency={currency} />}</small>
      </span>
      <span className={classes.leverValue}>{percent(value)}</span>
      <Slider
        className={classes.leverSlider}
        thumbLabel={t('Assurance of {{ref}} {{title}}', { ref, title })}
        min={0}
        max={Math.round(most * 100)}
        step={1}
        value={Math.round(value * 100)}
        onChange={(next) => {
          const { trial } = desk.view()
          desk.tryOut({ assurances: { ...trial.assurances, [controlId]: next / 100 } })
        }}
        label={null}
        size="sm"
        marks={[{ value: Math.round(assurance * 100) }]}
        thumbProps={{ 'aria-valuetext': percent(value) }}
      />
    </li>
  )
}

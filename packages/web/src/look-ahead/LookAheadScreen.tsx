import { Slider } from '@mantine/core'
import { deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { type LookAhead, lookAhead } from '@sinew/core/chain/look-ahead.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { addMonths, dayMs } from '@sinew/core/time/calendar.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { BandChart } from '../ui/chart/BandChart.tsx'
import { pointAt } from '../ui/chart/band-path.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { exactDay } from '../ui/relative-time.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { ChangesPanel } from './ChangesPanel.tsx'
import { changesUntil } from './changes-until.ts'
import { EventsPanel } from './EventsPanel.tsx'
import classes from './look-ahead.module.css'
import { snapshotQuery } from './look-ahead-queries.ts'

const route = getRouteApi('/o/$slug/look-ahead')
const furthestDays = 365
const YearAheadPanel = later(async () => (await import('./YearAheadPanel.tsx')).YearAheadPanel)

/** Points of a year: one a day, fewer where there are very many risks, so that dragging stays immediate. */
const stepsFor = (risks: number) => Math.max(52, Math.min(furthestDays, Math.round(60_000 / Math.max(1, risks))))

/** The organisation as it will be if nobody does anything: reckoned in the browser by the server's own rules. */
export function Screen() {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(snapshotQuery(useOrganizationApi()))
  const { snapshot } = data
  const from = Date.parse(data.at)
  const ahead = useMemo(
    () => lookAhead(snapshot, from, from + furthestDays * dayMs, stepsFor(snapshot.risks.length)),
    [snapshot, from],
  )
  const { days: asked = 90 } = route.useSearch()
  const navigate = route.useNavigate()
  const [days, drag] = useState(Math.min(furthestDays, asked))
  const keep = (next: number) => void navigate({ search: (old) => ({ ...old, days: next }), replace: true })
  const go = (next: number) => {
    drag(next)
    keep(next)
  }
  if (snapshot.risks.length === 0) return <Nothing />
  return (
    <>
      <PageHeader
        noun="lookAhead"
        title={t('Look ahead')}
        sentence={<Outlook ahead={ahead} days={days} currency={snapshot.currency} />}
      />
      <div className={classes.page}>
        <Panel title={t('If nobody does anything')} hint={t('No new evidence, no decision, no action, from today on.')}>
          <Course
            ahead={ahead}
            days={days}
            currency={snapshot.currency}
            limitMinor={snapshot.methodology.appetite.yearlyLossMinor}
            onPick={go}
          />
          <DaySlider from={from} days={days} onDrag={drag} onRest={keep} />
        </Panel>
        <Then snapshot={snapshot} from={from} days={days} />
        <YearAheadPanel snapshot={snapshot} from={from} untilDays={furthestDays} />
        <EventsPanel
          events={ahead.events}
          until={from + days * dayMs}
          onPick={(at) => go(Math.ceil((at - from) / dayMs))}
        />
      </div>
    </>
  )
}

function Nothing() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader noun="lookAhead" title={t('Look ahead')} />
      <EmptyState noun="lookAhead" title={t('There is nothing to look ahead to yet')}>
        {t('As soon as a risk is treated by a control that something proves, this shows what becomes of it with time.')}
      </EmptyState>
    </>
  )
}

type OutlookProps = { readonly ahead: LookAhead; readonly days: number; readonly currency: string }

function bandOf(ahead: LookAhead) {
  return ahead.points.map((point) => ({ at: point.at, solid: point.provenMinor, dashed: point.claimedMinor }))
}

function Outlook({ ahead, days, currency }: OutlookProps) {
  const { t, i18n } = useTranslation()
  const points = bandOf(ahead)
  const start = ahead.points[0]?.at ?? 0
  const now = points[0]
  const then = pointAt(points, start + days * dayMs)
  if (now === undefined || then === undefined) return null
  const gap = (point: typeof now) => formatMoneyShort(point.solid - point.dashed, currency)
  const ends = ahead.events.filter((event) => event.entity === 'acceptance' && event.at <= start + days * dayMs).length
  const sentence = t('By {{day}} the assurance gap goes from {{now}} to {{later}} a year, if nobody does anything.', {
    day: exactDay(start + days * dayMs, i18n.language),
    now: gap(now),
    later: gap(then),
  })
  const more = ends > 0 ? ` ${t('{{count}} acceptances end on the way.', { count: ends })}` : ''
  return <StatusSentence tone={then.solid > now.solid ? 'watch' : 'good'}>{sentence + more}</StatusSentence>
}

type CourseProps = OutlookProps & { readonly limitMinor: number; readonly onPick: (days: number) => void }

function Course({ ahead, days, currency, limitMinor, onPick }: CourseProps) {
  const { t } = useTranslation()
  const points = useMemo(() => bandOf(ahead), [ahead])
  const from = points[0]?.at ?? 0
  return (
    <BandChart
      label={t('Proven and claimed yearly loss in the year ahead')}
      points={points}
      names={{ solid: t('proven'), dashed: t('claimed'), band: t('assurance gap') }}
      from={from}
      to={points.at(-1)?.at ?? from}
      format={(value) => formatMoneyShort(value, currency)}
      mark={from + days * dayMs}
      limit={{ value: limitMinor, name: t('appetite') }}
      onPick={(at) => onPick(Math.max(1, Math.round((at - from) / dayMs)))}
    />
  )
}

type SliderProps = {
  readonly from: number
  readonly days: number
  readonly onDrag: (days: number) => void
  readonly onRest: (days: number) => void
}

function DaySlider({ from, days, onDrag, onRest }: SliderProps) {
  const { t, i18n } = useTranslation()
  const dayOf = (value: number) => exactDay(from + value * dayMs, i18n.language)
  const marks = [3, 6, 9, 12].map((months) => ({
    value: Math.min(furthestDays, Math.round((addMonths(from, months) - from) / dayMs)),
    label: months === 12 ? t('1 year') : t('{{count}} months', { count: months }),
  }))
  return (
    <div className={classes.slider}>
      <Slider
        thumbLabel={t('The day to look at')}
        min={1}
        max={furthestDays}
        value={days}
        onChange={onDrag}
        onChangeEnd={onRest}
        label={dayOf}
        marks={marks}
        thumbProps={{ 'aria-valuetext': dayOf(days) }}
      />
    </div>
  )
}

type ThenProps = { readonly snapshot: Parameters<typeof lookAhead>[0]; readonly from: number; readonly days: number }

/** What will be different by the chosen day; follows the slider, a moment behind where there is much to reckon. */
function Then({ snapshot, from, days }: ThenProps) {
  const { t, i18n } = useTranslation()
  const at = useDeferredValue(from + days * dayMs)
  const now = useMemo(() => deriveStanding(snapshot, from), [snapshot, from])
  const changes = useMemo(() => changesUntil(snapshot, now, at), [snapshot, now, at])
  const growth = changes.risks.reduce((sum, risk) => sum + risk.afterMinor - risk.beforeMinor, 0)
  return (
    <ChangesPanel
      title={t('By {{day}}', { day: exactDay(at, i18n.language) })}
      hint={
        <>
          {t('Proven yearly loss')} <Money minor={growth} currency={snapshot.currency} signed />
        </>
      }
      changes={changes}
      currency={snapshot.currency}
    />
  )
}

import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { lookAheadYears, type YearAhead } from '@sinew/core/chain/look-ahead-year.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { portfolioPricer } from '@sinew/core/portfolio/portfolio-pricer.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { BandChart } from '../ui/chart/BandChart.tsx'
import { Panel } from '../ui/Panel.tsx'
import { exactDay } from '../ui/relative-time.ts'

type Props = { readonly snapshot: ChainSnapshot; readonly from: number; readonly untilDays: number }

const points = 12

/** What one year in ten costs more than, in the year ahead: priced exactly in the page, one point after the other. */
export function YearAheadPanel({ snapshot, from, untilDays }: Props) {
  const { t, i18n } = useTranslation()
  const years = useYearsAhead(snapshot, from, untilDays)
  const { currency } = snapshot
  const crossed = crossing(years)
  return (
    <Panel
      title={t('One year in ten')}
      hint={t(
        'What a bad year costs more than, when one year in ten is as bad: the exact price of all risks together.',
      )}
    >
      <BandChart
        label={t('Loss that one year in ten exceeds, proven and claimed, in the year ahead')}
        points={years.map((one) => {
          return { at: one.at, solid: one.proven.exceededMinor[10], dashed: one.claimed.exceededMinor[10] }
        })}
        names={{ solid: t('proven'), dashed: t('claimed'), band: t('rests on nothing up to date') }}
        from={from}
        to={from + untilDays * dayMs}
        format={(minor) => formatMoneyShort(minor, currency)}
      />
      <p>
        {years.length <= points
          ? t('Pricing {{done}} of {{all}} months …', { done: years.length, all: points + 1 })
          : crossingWords()}
      </p>
      {years.length > points && <AfterInsurance years={years} currency={currency} />}
    </Panel>
  )

  function crossingWords(): string {
    if (crossed === 'never') return t('The appetite holds all the year.')
    if (crossed === 'already') return t('The appetite is exceeded already today.')
    return t('By {{day}} the proven curve has crossed the appetite.', { day: exactDay(crossed, i18n.language) })
  }
}

/** What is left of such a year beside the policies in force: one that runs out on the way pays nothing any more. */
function AfterInsurance({ years, currency }: { readonly years: readonly YearAhead[]; readonly currency: string }) {
  const { t } = useTranslation()
  if (years.every(({ borne }) => borne === null)) return null
  const left = (one: YearAhead | undefined) =>
    formatMoneyShort((one?.borne ?? one)?.proven.exceededMinor[10] ?? 0, currency)
  return (
    <p>{t('After insurance: {{now}} today, {{later}} by then.', { now: left(years[0]), later: left(years.at(-1)) })}</p>
  )
}

function crossing(years: readonly YearAhead[]): number | 'never' | 'already' {
  const first = years.findIndex(({ appetiteRatio }) => appetiteRatio > 1)
  if (first === 0) return 'already'
  return years[first]?.at ?? 'never'
}

/** The points as they come, one after each frame, so that the page stays at hand. */
function useYearsAhead(snapshot: ChainSnapshot, from: number, untilDays: number): readonly YearAhead[] {
  const [years, setYears] = useState<readonly YearAhead[]>([])
  useEffect(() => {
    const times = Array.from({ length: points + 1 }, (_, k) => from + (untilDays * dayMs * k) / points)
    const steps = lookAheadYears(snapshot, times, portfolioPricer())
    let timer = 0
    setYears([])
    const next = () => {
      const { value, done } = steps.next()
      if (done || value === undefined) return
      setYears((before) => [...before, value])
      timer = window.setTimeout(next)
    }
    timer = window.setTimeout(next)
    return () => window.clearTimeout(timer)
  }, [snapshot, from, untilDays])
  return years
}

import { SegmentedControl } from '@mantine/core'
import type { LossState } from '@sinew/core/loss/loss-state.ts'
import { formatMoneyFull, formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useId, useMemo, useState } from 'react'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { LossCurveDrawing } from './LossCurveDrawing.tsx'
import { LossCurveReadout, type NamedCurve } from './LossCurveReadout.tsx'
import classes from './loss-curve.module.css'
import {
  type AppetitePoint,
  amountAt,
  appetiteCurve,
  breachedStretches,
  type CurvePoints,
  probabilityAt,
} from './loss-curve-points.ts'
import { type LossDomain, lossDomain, type ProbabilityScale, readLevels } from './loss-curve-scale.ts'
import { yearsWords } from './odds-words.ts'

export type StateCurve = CurvePoints & {
  readonly state: LossState
  /** Instead of the state's own name. */
  readonly name?: string
}

/** Between which probabilities a curve lies for lack of knowledge, apart from chance. */
export type EpistemicBand = {
  readonly amounts: ArrayLike<number>
  readonly low: ArrayLike<number>
  readonly high: ArrayLike<number>
}

export type LossCurveProps = {
  readonly label: string
  readonly currency: string
  /** Each state at most once, in any order. */
  readonly curves: readonly StateCurve[]
  /** Points of the appetite: a year may cost more than the amount with at most the probability. */
  readonly appetite?: readonly AppetitePoint[]
  /** What is not known about the proven curve. */
  readonly band?: EpistemicBand
  /** The proven curve before something was tried, drawn faintly. */
  readonly before?: CurvePoints
  /** What of the proven year is left to bear beside what insurance pays. */
  readonly borne?: CurvePoints
  /** Fixed axes, for charts side by side; else they follow the curves. */
  readonly domain?: LossDomain
  readonly height?: number
  /** A small one: no choice of scale. */
  readonly isCompact?: boolean
}

const noAppetite: readonly AppetitePoint[] = []

/** The order in which states are named and drawn: proven last, on top. */
const order: readonly LossState[] = ['inherent', 'target', 'claimed', 'proven']

/**
 * How likely a year costs more than an amount, in each state: proven solid, claimed dashed, target dotted, inherent thin, with the
 * assurance gap hatched and the appetite to stay below. Read by pointing, or by the arrow keys: `1 year in 10 loses more than €410k`.
 */
export function LossCurve(props: LossCurveProps) {
  const { label, currency, curves, appetite = noAppetite, band, before, borne, height, isCompact = false } = props
  const { t } = useTranslation()
  const names = useStateNames()
  const [kind, setKind] = useState<ProbabilityScale>('log')
  const [rested, rest] = useState(0.1)
  const [pointed, point] = useState<number | null>(null)
  const hintId = useId()
  const drawn = useMemo(
    () =>
      order.flatMap((state) => {
        const curve = curves.find((one) => one.state === state)
        return curve === undefined || curve.amounts.length === 0 ? [] : [{ ...curve, name: curve.name ?? names[state] }]
      }),
    [curves, names],
  )
  const others = [before, borne].filter((one) => one !== undefined)
  const domain = props.domain ?? lossDomain([...drawn, ...others], appetite)
  const level = Math.min(0.995, Math.max(domain.least, pointed ?? rested))
  const proven = drawn.find(({ state }) => state === 'proven')
  const breaches = useMemo(
    () => (proven === undefined ? [] : breachedStretches(appetiteCurve(appetite), proven)),
    [proven, appetite],
  )
  const reading = drawn
    .map((curve) => {
      const amount = amountAt(curve, level)
      return `${curve.name} ${amount === null ? '–' : formatMoneyFull(amount, currency)}`
    })
    .concat(borne === undefined ? [] : [borneReading(t, borne, level, currency)])
    .join(', ')
  const sentence = t('{{years}} loses more than: {{reading}}', { years: yearsWords(t, level), reading })
  const onKey = (event: React.KeyboardEvent) => {
    const next = levelAfterKey(event.key, level, domain.least)
    if (next === null) return
    event.preventDefault()
    point(null)
    rest(next)
  }
  return (
    <ChartFrame
      label={label}
      table={() => tableOf(t, withBorne(t, drawn, borne), appetite, domain, currency)}
      legend={
        <Legend
          hasGap={hasBoth(curves)}
          hasAppetite={appetite.length > 0}
          hasBreach={breaches.length > 0}
          hasBand={band !== undefined}
          hasBefore={before !== undefined}
          isBorne={borne !== undefined}
        />
      }
    >
      <div className={classes.top}>
        <LossCurveReadout
          curves={drawn}
          before={before}
          borne={borne}
          appetite={appetite}
          level={level}
          currency={currency}
        />
        {!isCompact && (
          <SegmentedControl
            className={classes.scale}
            size="xs"
            aria-label={t('Scale of the chance')}
            value={kind}
            onChange={setKind}
            data={[
              { value: 'log', label: t('Rare years') },
              { value: 'linear', label: t('All years') },
            ]}
          />
        )}
      </div>
      <div
        className={classes.reader}
        role="slider"
        tabIndex={0}
        aria-label={t('How often: {{chart}}', { chart: label })}
        aria-orientation="vertical"
        aria-valuemin={domain.least}
        aria-valuemax={1}
        aria-valuenow={level}
        aria-valuetext={sentence}
        aria-describedby={hintId}
        onKeyDown={onKey}
        onBlur={() => point(null)}
      >
        <LossCurveDrawing
          curves={drawn}
          appetite={appetite}
          breaches={breaches}
          band={band}
          before={before}
          borne={borne}
          domain={domain}
          kind={kind}
          level={level}
          currency={currency}
          height={height ?? (isCompact ? 200 : 340)}
          onPoint={point}
        />
      </div>
      <span id={hintId} hidden>
        {t('Arrow keys read rarer and more frequent years.')}
      </span>
    </ChartFrame>
  )
}

function borneReading(t: Translate, borne: CurvePoints, level: number, currency: string): string {
  const amount = amountAt(borne, level)
  return t('after insurance {{amount}}', { amount: amount === null ? '–' : formatMoneyFull(amount, currency) })
}

function withBorne(t: Translate, curves: readonly NamedCurve[], borne: CurvePoints | undefined) {
  return borne === undefined ? curves : [...curves, { ...borne, name: t('proven, after insurance') }]
}

function tableOf(
  t: Translate,
  curves: readonly (CurvePoints & { readonly name: string })[],
  appetite: readonly AppetitePoint[],
  domain: LossDomain,
  currency: string,
) {
  const levels = readLevels.filter((one) => one >= domain.least * (1 - 1e-9) && one <= 0.5)
  const amountRows = levels.map((level) => [
    t('{{years}} loses more than', { years: yearsWords(t, level) }),
    ...curves.map((curve) => {
      const amount = amountAt(curve, level)
      return amount === null ? '–' : formatMoneyShort(amount, currency)
    }),
  ])
  const appetiteRows = appetite.map(({ amountMinor, probability }) => [
    t('More than {{amount}}: at most {{years}}', {
      amount: formatMoneyShort(amountMinor, currency),
      years: yearsWords(t, probability),
    }),
    ...curves.map((curve) => yearsWords(t, probabilityAt(curve, amountMinor))),
  ])
  return { columns: [t('Reading'), ...curves.map(({ name }) => name)], rows: [...amountRows, ...appetiteRows] }
}

/** Right and down go to rarer years, along the curve; null for keys that mean nothing here. */
function levelAfterKey(key: string, level: number, least: number): number | null {
  const levels = readLevels.filter((one) => one >= least * (1 - 1e-9))
  if (key === 'ArrowRight' || key === 'ArrowDown') return levels.find((one) => one < level * 0.999) ?? level
  if (key === 'ArrowLeft' || key === 'ArrowUp') return levels.findLast((one) => one > level * 1.001) ?? level
  if (key === 'Home') return levels[0] ?? level
  if (key === 'End') return levels.at(-1) ?? level
  return null
}

function hasBoth(curves: readonly StateCurve[]): boolean {
  return curves.some(({ state }) => state === 'proven') && curves.some(({ state }) => state === 'claimed')
}

function useStateNames(): Readonly<Record<LossState, string>> {
  const { t } = useTranslation()
  return useMemo(
    () => ({ inherent: t('inherent'), claimed: t('claimed'), proven: t('proven'), target: t('target') }),
    [t],
  )
}

type LegendProps = {
  readonly hasGap: boolean
  readonly hasAppetite: boolean
  readonly hasBreach: boolean
  readonly hasBand: boolean
  readonly hasBefore: boolean
  readonly isBorne: boolean
}

/** What is no curve of a state: those are named where they are read. */
function Legend({ hasGap, hasAppetite, hasBreach, hasBand, hasBefore, isBorne }: LegendProps) {
  const { t } = useTranslation()
  const parts = [
    ...(hasGap ? [['gap', t('assurance gap')] as const] : []),
    ...(hasAppetite ? [['appetite', t('appetite')] as const] : []),
    ...(hasBreach ? [['breach', t('more than the appetite allows')] as const] : []),
    ...(hasBand ? [['band', t('what is not known about the proven curve')] as const] : []),
    ...(hasBefore ? [['before', t('proven today')] as const] : []),
    ...(isBorne ? [['borne', t('proven, after insurance')] as const] : []),
  ]
  return parts.map(([part, name]) => (
    <span key={part} className={classes.legendItem}>
      <span className={classes.sample} data-part={part} /> {name}
    </span>
  ))
}

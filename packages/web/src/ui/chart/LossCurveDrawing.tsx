import { useElementSize } from '@mantine/hooks'
import type { LossState } from '@sinew/core/loss/loss-state.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { memo, useId, useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { EpistemicBand } from './LossCurve.tsx'
import type { NamedCurve } from './LossCurveReadout.tsx'
import classes from './loss-curve.module.css'
import { areaBetween, lossPath } from './loss-curve-path.ts'
import {
  type AppetitePoint,
  amountAt,
  appetiteCurve,
  type CurvePoints,
  curveBetween,
  isBreached,
  probabilityAt,
  type Stretch,
} from './loss-curve-points.ts'
import {
  amountTicks,
  type LossDomain,
  type LossScale,
  lossScale,
  type PlotFrame,
  type ProbabilityScale,
  probabilityTicks,
  readLevels,
} from './loss-curve-scale.ts'
import { oddsWords } from './odds-words.ts'

type DrawingProps = {
  readonly curves: readonly NamedCurve[]
  readonly appetite: readonly AppetitePoint[]
  readonly breaches: readonly Stretch[]
  readonly band: EpistemicBand | undefined
  readonly before: CurvePoints | undefined
  readonly borne: CurvePoints | undefined
  readonly domain: LossDomain
  readonly kind: ProbabilityScale
  readonly level: number
  readonly currency: string
  readonly height: number
  readonly onPoint: (level: number | null) => void
}

/** The picture itself; pointing at an amount reads the level at which the proven curve (else the last one) passes it. */
export function LossCurveDrawing(props: DrawingProps) {
  const { curves, appetite, breaches, band, before, borne, kind, level, currency, height, onPoint } = props
  const { from, to, least } = props.domain
  const domain = useMemo(() => ({ from, to, least }), [from, to, least])
  const { ref, width } = useElementSize()
  const id = useId()
  const frame = useMemo(() => frameOf(width, height), [width, height])
  const scale = useMemo(() => lossScale(frame, domain, kind), [frame, domain, kind])
  const on = { scale, domain }
  const main = curves.at(-1)
  const claimed = curves.find((curve) => curve.state === 'claimed')
  const proven = curves.find((curve) => curve.state === 'proven')
  const readAt = (event: React.PointerEvent<SVGSVGElement>) => {
    if (main === undefined) return
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left
    onPoint(snapped(probabilityAt(main, scale.amountOf(left)), main))
  }
  return (
    <div ref={ref} className={classes.frame} style={{ height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          className={classes.drawing}
          aria-hidden="true"
          onPointerMove={readAt}
          onPointerDown={readAt}
          onPointerLeave={() => onPoint(null)}
        >
          <defs>
            <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={classes.hatchGround} />
              <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
            </pattern>
            <clipPath id={`${id}plot`}>
              <rect
                x={frame.left}
                y={frame.top - 2}
                width={Math.max(0, width - frame.left - frame.right)}
                height={Math.max(0, height - frame.top - frame.bottom + 2)}
              />
            </clipPath>
          </defs>
          <Axes frame={frame} scale={scale} domain={domain} currency={currency} />
          <g clipPath={`url(#${id}plot)`}>
            {band && <path d={bandArea(band, scale, domain)} className={classes.band} />}
            {proven && claimed && (
              <path d={areaBetween(proven, claimed, scale, domain)} fill={`url(#${id}hatch)`} className={classes.gap} />
            )}
            {before && (
              <CurveLine amounts={before.amounts} probabilities={before.probabilities} {...on} part="before" />
            )}
            {borne && <CurveLine amounts={borne.amounts} probabilities={borne.probabilities} {...on} part="borne" />}
            {curves.map(({ state, amounts, probabilities }) => (
              <CurveLine
                key={state}
                amounts={amounts}
                probabilities={probabilities}
                {...on}
                part="curve"
                state={state}
              />
            ))}
          </g>
          {appetite.length > 0 && (
            <Appetite points={appetite} breaches={breaches} proven={proven} scale={scale} domain={domain} />
          )}
          <Reading curves={curves} level={level} scale={scale} frame={frame} />
        </svg>
      )}
    </div>
  )
}

function frameOf(width: number, height: number): PlotFrame {
  const isNarrow = width < 480
  return { width, height, left: isNarrow ? 60 : 66, right: isNarrow ? 8 : 14, top: 24, bottom: 24 }
}

/** A level that people name, when the pointer is nearly on it. */
function snapped(level: number, curve: CurvePoints): number {
  const most = curve.probabilities[0] ?? 1
  const held = Math.min(level, most)
  return readLevels.find((one) => Math.abs(Math.log(one / held)) < 0.05) ?? held
}

function bandArea({ amounts, low, high }: EpistemicBand, scale: LossScale, domain: LossDomain): string {
  return areaBetween({ amounts, probabilities: high }, { amounts, probabilities: low }, scale, domain)
}

type LineProps = CurvePoints & {
  readonly scale: LossScale
  readonly domain: LossDomain
  readonly part: 'before' | 'borne' | 'curve'
  readonly state?: LossState
}

/** Drawn again only when its own points change. */
const CurveLine = memo(function CurveLine({ amounts, probabilities, scale, domain, part, state }: LineProps) {
  return <path d={lossPath({ amounts, probabilities }, scale, domain)} className={classes[part]} data-state={state} />
})

type AxesProps = {
  readonly frame: PlotFrame
  readonly scale: LossScale
  readonly domain: LossDomain
  readonly currency: string
}

const Axes = memo(function Axes({ frame, scale, domain, currency }: AxesProps) {
  const { t } = useTranslation()
  const { width, height, left, right, top, bottom } = frame
  return (
    <>
      <text x={0} y={11} className={classes.axisName}>
        {t('Chance that a year costs more')}
      </text>
      {probabilityTicks(scale, domain, 18).map((level) => (
        <g key={level}>
          <line x1={left} x2={width - right} y1={scale.y(level)} y2={scale.y(level)} className={classes.grid} />
          <text x={left - 8} y={scale.y(level) + 4} className={classes.oddsTick}>
            {oddsWords(t, level)}
          </text>
        </g>
      ))}
      {amountTicks(domain, width - left - right, 54).map((amount) => (
        <g key={amount}>
          <line x1={scale.x(amount)} x2={scale.x(amount)} y1={top} y2={height - bottom} className={classes.grid} />
          <text
            x={Math.min(width - 2, scale.x(amount))}
            y={height - 7}
            className={classes.amountTick}
            data-last={scale.x(amount) > width - 24 || undefined}
          >
            {formatMoneyShort(amount, currency)}
          </text>
        </g>
      ))}
    </>
  )
})

type AppetiteProps = {
  readonly points: readonly AppetitePoint[]
  readonly breaches: readonly Stretch[]
  readonly proven: CurvePoints | undefined
  readonly scale: LossScale
  readonly domain: LossDomain
}

/** The line to stay below, its points as squares; where the proven curve is above it, red and thick, with a crossed square. */
function Appetite({ points, breaches, proven, scale, domain }: AppetiteProps) {
  const line = appetiteCurve(points)
  const first = line.amounts[0] ?? 0
  const last = line.amounts[line.amounts.length - 1] ?? 0
  const pathOf = (from: number, to: number) => {
    const part = curveBetween(line, from, to)
    return lossPath(part, scale, { ...domain, from })
  }
  return (
    <>
      {points.length > 1 && <path d={pathOf(first, last)} className={classes.appetite} />}
      {breaches.map(({ from, to }) => (
        <path key={from} d={pathOf(from, to)} className={classes.breach} />
      ))}
      {points.map((point) => {
        const x = scale.x(point.amountMinor)
        const y = scale.y(point.probability)
        const breached = proven !== undefined && isBreached(point, proven)
        return (
          <g key={point.amountMinor} className={classes.appetitePoint} data-breached={breached || undefined}>
            <rect x={x - 4.5} y={y - 4.5} width="9" height="9" transform={`rotate(45 ${x} ${y})`} />
            {breached && <path d={`M${x - 2.6} ${y - 2.6}l5.2 5.2m0 -5.2l-5.2 5.2`} />}
          </g>
        )
      })}
    </>
  )
}

type ReadingProps = {
  readonly curves: readonly NamedCurve[]
  readonly level: number
  readonly scale: LossScale
  readonly frame: PlotFrame
}

/** Where the level meets each curve. */
function Reading({ curves, level, scale, frame }: ReadingProps) {
  const y = scale.y(level)
  return (
    <>
      <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} className={classes.pointer} />
      {curves.map((curve) => {
        const amount = amountAt(curve, level)
        if (amount === null || amount <= 0) return null
        const x = scale.x(amount)
        if (x < frame.left || x > frame.width - frame.right) return null
        return <circle key={curve.state} cx={x} cy={y} r="4.2" className={classes.mark} data-state={curve.state} />
      })}
    </>
  )
}

import { useElementSize } from '@mantine/hooks'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { exactDay } from '../relative-time.ts'
import classes from './band-chart.module.css'
import { type BandPoint, bandPath, bandScale, linePath, pointAt, roundTicks, type Scale } from './band-path.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { TimeAxes } from './TimeAxes.tsx'

export type BandNames = { readonly solid: string; readonly dashed: string; readonly band: string }

export type BandChartProps = {
  readonly label: string
  readonly points: readonly BandPoint[]
  readonly names: BandNames
  readonly from: number
  readonly to: number
  readonly format: (value: number) => string
  readonly height?: number
  /** A value holds until the next one: figures that change when something happens. */
  readonly stepped?: boolean
  /** An instant to mark; what is past it is drawn faintly. */
  readonly mark?: number
  /** A limit to stay under. */
  readonly limit?: { readonly value: number; readonly name: string }
  /** Called with the instant somebody points at and presses. */
  readonly onPick?: (at: number) => void
}

/** What is proven (solid) over what is claimed (dashed), the band between them hatched, over time. */
export function BandChart(props: BandChartProps) {
  const { label, points, names, format, from, to } = props
  const { t, i18n } = useTranslation()
  const [pointed, point] = useState<number | null>(null)
  const day = (at: number) => exactDay(at, i18n.language)
  const shown = pointAt(points, pointed ?? props.mark ?? to)
  const table = {
    columns: [t('Date'), names.solid, names.dashed, names.band],
    rows: points.map((one) => [day(one.at), format(one.solid), format(one.dashed), format(one.solid - one.dashed)]),
  }
  return (
    <ChartFrame label={label} table={table} legend={<BandLegend names={names} />}>
      <Drawing {...props} pointed={pointed} onPoint={point} />
      {shown && (
        <p className={classes.readout} aria-hidden="true">
          <span>{day(Math.min(to, Math.max(from, pointed ?? props.mark ?? to)))}</span>
          <span>
            {names.solid} <strong>{format(shown.solid)}</strong>
          </span>
          <span>
            {names.dashed} <strong>{format(shown.dashed)}</strong>
          </span>
          <span>
            {names.band} <strong>{format(shown.solid - shown.dashed)}</strong>
          </span>
        </p>
      )}
    </ChartFrame>
  )
}

type DrawingProps = BandChartProps & {
  readonly pointed: number | null
  readonly onPoint: (at: number | null) => void
}

const margins = { left: 52, right: 10, top: 10, bottom: 22 } as const

function Drawing(props: DrawingProps) {
  const { points, from, to, height = 220, stepped = false, mark, limit, pointed, onPoint, onPick } = props
  const { ref, width } = useElementSize()
  const pattern = useId()
  const most = Math.max(limit?.value ?? 0, ...points.map((point) => Math.max(point.solid, point.dashed)))
  const ticks = roundTicks(most, 4)
  const scale = bandScale({ ...margins, width, height }, from, to, ticks.at(-1) ?? 1)
  const instantOf = (event: React.PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left
    const share = (left - margins.left) / Math.max(1, width - margins.left - margins.right)
    return from + Math.min(1, Math.max(0, share)) * (to - from)
  }
  const at = pointed ?? mark
  return (
    <div ref={ref} className={classes.frame} style={{ height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          className={classes.drawing}
          data-picks={onPick !== undefined || undefined}
          aria-hidden="true"
          onPointerMove={(event) => onPoint(instantOf(event))}
          onPointerLeave={() => onPoint(null)}
          onClick={onPick && ((event) => onPick(instantOf(event as React.PointerEvent<SVGSVGElement>)))}
        >
          <Hatching id={pattern} />
          <TimeAxes {...props} {...{ margins, scale, width, height, ticks }} />
          <path d={bandPath(points, scale, stepped, to)} fill={`url(#${pattern})`} className={classes.band} />
          <path d={linePath(points, (one) => one.dashed, scale, stepped, to)} className={classes.dashed} />
          <path d={linePath(points, (one) => one.solid, scale, stepped, to)} className={classes.solid} />
          {limit && <Limit limit={limit} scale={scale} width={width} />}
          {mark !== undefined && (
            <rect
              x={scale.x(mark)}
              y={margins.top}
              width={Math.max(0, width - margins.right - scale.x(mark))}
              height={height - margins.top - margins.bottom}
              className={classes.beyond}
            />
          )}
          {at !== undefined && <Pointer at={at} points={points} scale={scale} height={height} />}
        </svg>
      )}
    </div>
  )
}

function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={classes.hatchGround} />
        <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
      </pattern>
    </defs>
  )
}

type LimitProps = {
  readonly limit: { readonly value: number; readonly name: string }
  readonly scale: Scale
  readonly width: number
}

function Limit({ limit, scale, width }: LimitProps) {
  const y = scale.y(limit.value)
  return (
    <>
      <line x1={margins.left} x2={width - margins.right} y1={y} y2={y} className={classes.limit} />
      <text x={width - margins.right - 4} y={y - 5} className={classes.limitName}>
        {limit.name}
      </text>
    </>
  )
}

type PointerProps = {
  readonly at: number
  readonly points: readonly BandPoint[]
  readonly scale: Scale
  readonly height: number
}

function Pointer({ at, points, scale, height }: PointerProps) {
  const point = pointAt(points, at)
  if (point === undefined) return null
  const x = scale.x(at)
  return (
    <>
      <line x1={x} x2={x} y1={margins.top} y2={height - margins.bottom} className={classes.pointer} />
      <circle cx={x} cy={scale.y(point.dashed)} r="4" className={classes.hollow} />
      <circle cx={x} cy={scale.y(point.solid)} r="4" className={classes.full} />
    </>
  )
}

function BandLegend({ names }: { readonly names: BandNames }) {
  return (
    <>
      {(['solid', 'dashed', 'band'] as const).map((part) => (
        <span key={part} className={classes.legendItem}>
          <span className={classes.sample} data-part={part} /> {names[part]}
        </span>
      ))}
    </>
  )
}

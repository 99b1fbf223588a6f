import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { exactDay } from '../relative-time.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { TimeAxes } from './TimeAxes.tsx'
import classes from './trend-chart.module.css'
import { limitLabels, nearestPoint, type TrendLimit, type TrendPoint, trendPath, trendScale } from './trend-scale.ts'

export type TrendChartProps = {
  readonly label: string
  /** Oldest first. */
  readonly points: readonly TrendPoint[]
  readonly limits: readonly TrendLimit[]
  readonly from: number
  readonly to: number
  readonly format: (value: number) => string
  /** A silence longer than this breaks the line. */
  readonly gapMs: number
  readonly height?: number
}

const around = { left: 56, top: 14, bottom: 22 } as const
const letterWidth = 6.2

/** What was measured over time, with the limits it is held to. */
export function TrendChart({ label, points, limits, from, to, format, gapMs, height = 240 }: TrendChartProps) {
  const { t, i18n } = useTranslation()
  const { ref, width } = useElementSize()
  const [pointed, point] = useState<number | null>(null)
  const day = (at: number) => exactDay(at, i18n.language)
  const shown = nearestPoint(points, pointed ?? to)
  const names = limits.map(({ name, value }) => `${name} ${format(value)}`)
  const margins = { ...around, right: 12 + letterWidth * Math.max(0, ...names.map(({ length }) => length)) }
  const scale = trendScale({ ...margins, width, height }, points, limits, from, to)
  const labels = limitLabels(limits, scale, height - margins.bottom + 4)
  const table = {
    columns: [t('Date'), t('Value')],
    rows: points.toReversed().map(({ at, value }) => [day(at), format(value)]),
  }
  const onPoint = (event: React.PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left
    const share = (left - margins.left) / Math.max(1, width - margins.left - margins.right)
    point(from + Math.min(1, Math.max(0, share)) * (to - from))
  }
  return (
    <ChartFrame label={label} table={table} legend={shown && `${day(shown.at)}: ${format(shown.value)}`}>
      <div ref={ref} style={{ height, minWidth: 0 }}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            className={classes.drawing}
            aria-hidden="true"
            onPointerMove={onPoint}
            onPointerLeave={() => point(null)}
          >
            <TimeAxes {...{ from, to, width, height, margins, scale, format }} ticks={scale.ticks} />
            {limits.map(({ name, value, kind }) => (
              <line
                key={name}
                x1={margins.left}
                x2={width - margins.right}
                y1={scale.y(value)}
                y2={scale.y(value)}
                className={classes.limit}
                data-kind={kind}
              />
            ))}
            <path d={trendPath(points, scale, gapMs)} className={classes.line} />
            {names.map((name, index) => (
              <text key={name} x={width - margins.right + 8} y={labels[index]} className={classes.limitName}>
                {name}
              </text>
            ))}
            {points.map(({ at, value }) => (
              <circle
                key={at}
                cx={scale.x(at)}
                cy={scale.y(value)}
                r={shown?.at === at ? 4.5 : 3}
                className={classes.dot}
              >
                <title>{`${day(at)}: ${format(value)}`}</title>
              </circle>
            ))}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}

import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './time-axes.module.css'
import { monthTicks } from './time-axis.ts'

type Props = {
  readonly from: number
  readonly to: number
  readonly width: number
  readonly height: number
  readonly margins: { readonly left: number; readonly right: number }
  /** Values that get a line across and their name at the left. */
  readonly ticks: readonly number[]
  readonly scale: { readonly x: (at: number) => number; readonly y: (value: number) => number }
  readonly format: (value: number) => string
}

/** Values at the left with a line across, months below: the ground of every chart over time. */
export function TimeAxes({ from, to, width, height, margins, ticks, scale, format }: Props) {
  const { i18n } = useTranslation()
  return (
    <>
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={margins.left}
            x2={width - margins.right}
            y1={scale.y(value)}
            y2={scale.y(value)}
            className={classes.grid}
          />
          <text x={margins.left - 8} y={scale.y(value) + 4} className={classes.valueTick}>
            {format(value)}
          </text>
        </g>
      ))}
      {monthTicks(from, to, Math.max(2, Math.floor(width / 80)), i18n.language).map(({ at, label }) => (
        <text key={at} x={scale.x(at)} y={height - 6} className={classes.timeTick}>
          {label}
        </text>
      ))}
    </>
  )
}

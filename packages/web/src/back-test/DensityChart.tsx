import { useElementSize } from '@mantine/hooks'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { z95 } from '@sinew/core/loss/lognormal.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import classes from './back-test.module.css'

type Props = {
  readonly label: string
  readonly before: Interval
  readonly after: Interval
  /** Events a year that were seen, taken back to no controls; null without any time. */
  readonly seen: number | null
}

const height = 132
const floor = 22

/** Two beliefs about a rate on one axis of logarithms: before dashed, after solid, what was seen marked. */
export function DensityChart({ label, before, after, seen }: Props) {
  const { t } = useTranslation()
  const { ref, width } = useElementSize()
  const beliefs = [bell(before), bell(after)] as const
  const marked = seen !== null && seen > 0 ? Math.log(seen) : null
  const lowest = Math.min(...beliefs.map(({ middle, spread }) => middle - 3 * spread))
  const from = marked !== null && marked < lowest ? Math.max(marked - 0.2, lowest - 6) : lowest
  // What was seen stays on the axis, though far out it would leave no room for the beliefs.
  const to = Math.max(
    ...beliefs.map(({ middle, spread }) => middle + 3 * spread),
    Math.min(marked ?? from, from + 12) + 0.2,
  )
  const x = (log: number) => 8 + ((log - from) / (to - from)) * Math.max(0, width - 16)
  const peak = Math.max(...beliefs.map(({ spread }) => 1 / spread))
  const y = (density: number) => height - floor - (density / peak) * (height - floor - 8)
  const path = ({ middle, spread }: (typeof beliefs)[number]) =>
    Array.from({ length: 97 }, (_, i) => {
      const log = from + ((to - from) * i) / 96
      const z = (log - middle) / spread
      return `${i === 0 ? 'M' : 'L'}${x(log).toFixed(1)} ${y(Math.exp((-z * z) / 2) / spread).toFixed(1)}`
    }).join('')
  const range = ({ low, high }: Interval) => `${shortNumber(low)} – ${shortNumber(high)}`
  const table = {
    columns: [t('Events a year without controls'), t('9 times in 10')],
    rows: [
      [t('Estimated'), range(before)],
      [t('After what happened'), range(after)],
      ...(seen === null ? [] : [[t('Seen'), shortNumber(seen)]]),
    ],
  }
  return (
    <ChartFrame
      label={label}
      table={table}
      legend={
        <>
          <span className={classes.legendItem}>
            <span className={classes.line} data-part="before" /> {t('estimated: {{range}}', { range: range(before) })}
          </span>
          <span className={classes.legendItem}>
            <span className={classes.line} data-part="after" />{' '}
            {t('after what happened: {{range}}', { range: range(after) })}
          </span>
          {seen !== null && (
            <span className={classes.legendItem}>
              <span className={classes.sampleSeen} />{' '}
              {t('seen, without controls: {{rate}}', { rate: shortNumber(seen) })}
            </span>
          )}
        </>
      }
    >
      <div ref={ref} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" className={classes.density}>
            <line x1="0" x2={width} y1={height - floor} y2={height - floor} className={classes.axis} />
            {decades(from, to).map((rate) => (
              <text key={rate} x={x(Math.log(rate))} y={height - 6} className={classes.tick}>
                {shortNumber(rate)}
              </text>
            ))}
            <path d={path(beliefs[1])} className={classes.after} />
            <path d={path(beliefs[0])} className={classes.before} />
            {marked !== null && marked > from && marked < to && (
              <rect
                x={x(marked) - 4.5}
                y={height - floor - 4.5}
                width="9"
                height="9"
                transform={`rotate(45 ${x(marked)} ${height - floor})`}
                className={classes.seenMark}
              />
            )}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}

function bell({ low, high }: Interval) {
  const spread = (Math.log(high) - Math.log(low)) / (2 * z95)
  return { middle: (Math.log(low) + Math.log(high)) / 2, spread: Math.max(spread, 0.02) }
}

/** 1, 2, 5 times powers of ten between two logarithms, at most eight. */
function decades(from: number, to: number): readonly number[] {
  const all: number[] = []
  for (let power = 10 ** Math.floor(from / Math.LN10); Math.log(power) <= to; power *= 10) {
    all.push(power, 2 * power, 5 * power)
  }
  const fitting = all
    .filter((rate) => Math.log(rate) > from && Math.log(rate) < to)
    .map((rate) => Number(rate.toPrecision(3)))
  return fitting.length <= 8 ? fitting : fitting.filter((rate) => /^0*\.?0*1/.test(String(rate).replace(/e.*/, '')))
}

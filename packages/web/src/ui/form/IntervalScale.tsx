import classes from './form.module.css'
import { decades, logPosition, type PartialInterval } from './interval.ts'

type Props = {
  readonly value: PartialInterval
  readonly from: number
  readonly to: number
  readonly format: (value: number) => string
  readonly marks?: readonly number[]
}

/** Where the interval lies among powers of ten. Drawn for the eye; the fields above say the same. */
export function IntervalScale({ value: { low, high }, from, to, format, marks = [] }: Props) {
  const at = (value: number) => `${logPosition(value, from, to) * 100}%`
  const isWhole = low !== null && high !== null && low > 0 && low <= high
  return (
    <div className={classes.scale} aria-hidden="true">
      {isWhole && <span className={classes.span} style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />}
      {marks.map((mark) => (
        <span key={mark} className={classes.mark} style={{ left: at(mark) }} />
      ))}
      {decades(from, to).map((decade) => (
        <span key={decade} className={classes.tick} style={{ left: at(decade) }}>
          {format(decade)}
        </span>
      ))}
    </div>
  )
}

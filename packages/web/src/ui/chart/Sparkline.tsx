import classes from './chart.module.css'

export type SparklineProps = {
  /** Said instead of the drawing: `Assurance gap over 12 months, from €120k to €410k`. */
  readonly label: string
  /** Solid: what is proven. Oldest first; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Dashed: what is claimed; the band between the two is the assurance gap. */
  readonly claimed?: readonly (number | null)[]
  readonly width?: number
  readonly height?: number
}

/** A small line that shows a direction, not figures. */
export function Sparkline({ label, values, claimed, width = 120, height = 32 }: SparklineProps) {
  const all = [...values, ...(claimed ?? [])].filter((value) => value !== null)
  const low = Math.min(0, ...all)
  const high = Math.max(...all, low + 1e-9)
  const x = (index: number, count: number) => (count < 2 ? width / 2 : 2 + (index / (count - 1)) * (width - 4))
  const y = (value: number) => height - 3 - ((value - low) / (high - low)) * (height - 6)
  const path = (line: readonly (number | null)[]) =>
    line
      .map((value, index) => {
        if (value === null) return ''
        const starts = index === 0 || line[index - 1] === null
        return `${starts ? 'M' : 'L'}${x(index, line.length).toFixed(1)} ${y(value).toFixed(1)}`
      })
      .join('')
  const last = values.at(-1)
  return (
    <svg width={width} height={height} role="img" aria-label={label} className={classes.spark}>
      {claimed && <path d={path(claimed)} className={classes.sparkClaimed} />}
      <path d={path(values)} className={classes.sparkLine} />
      {typeof last === 'number' && (
        <circle cx={x(values.length - 1, values.length)} cy={y(last)} r="2.5" className={classes.sparkEnd} />
      )}
    </svg>
  )
}

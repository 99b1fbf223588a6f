import classes from './chart.module.css'

export type MiniBarProps = {
  readonly label: string
  readonly value: number
  /** The full length: the same for all bars that are compared. */
  readonly max: number
  /** The figure beside it. */
  readonly children?: React.ReactNode
}

/** One length among others, for comparing rows. */
export function MiniBar({ label, value, max, children }: MiniBarProps) {
  const share = max > 0 && value > 0 ? Math.min(1, value / max) : 0
  return (
    <span className={classes.miniBar}>
      <span className={classes.miniTrack} role="img" aria-label={label}>
        <span className={classes.miniFill} style={{ width: `${share * 100}%` }} />
      </span>
      {children}
    </span>
  )
}

import classes from './Chip.module.css'

export type ChipProps = {
  /** `plain` names a kind; `quiet` says that something is over or left out; `strong` stands out without being a state of proof. */
  readonly look?: 'plain' | 'quiet' | 'strong'
  readonly children: React.ReactNode
}

/** A word about an object that is no state of proof: its kind, its class, that it has left. */
export function Chip({ look = 'plain', children }: ChipProps) {
  return (
    <span className={classes.chip} data-look={look}>
      {children}
    </span>
  )
}

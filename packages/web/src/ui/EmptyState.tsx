import classes from './EmptyState.module.css'
import { type Noun, nounIcons } from './noun-icons.ts'

export type EmptyStateProps = {
  readonly noun?: Noun
  readonly title: string
  /** At most two sentences: what belongs here and why it matters. */
  readonly children: React.ReactNode
  readonly action?: React.ReactNode
}

/** Says what would be here, and how to begin. */
export function EmptyState({ noun, title, children, action }: EmptyStateProps) {
  const Icon = noun ? nounIcons[noun] : null
  return (
    <div className={classes.root}>
      {Icon && (
        <span className={classes.icon}>
          <Icon size={26} stroke={1.4} aria-hidden="true" />
        </span>
      )}
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{children}</p>
      {action}
    </div>
  )
}

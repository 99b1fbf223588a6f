import { Title } from '@mantine/core'
import { useId } from 'react'
import classes from './Panel.module.css'

export type PanelProps = {
  readonly title?: string
  /** A quiet line under the title. */
  readonly hint?: React.ReactNode
  readonly actions?: React.ReactNode
  readonly children: React.ReactNode
  /** How many things it holds, or how it stands in a word: said in the index of a long page. */
  readonly standing?: number | string | undefined
  /** Lets tables and charts reach the edges. */
  readonly flush?: boolean
  /** Holds only what can be done, which is nothing to print. */
  readonly onScreenOnly?: boolean
}

/** A surface with a heading: what pages are built of. */
export function Panel({ title, hint, actions, standing, children, flush = false, onScreenOnly }: PanelProps) {
  const id = useId()
  return (
    <section
      className={classes.panel}
      aria-labelledby={title ? id : undefined}
      data-panel={standing ?? ''}
      data-screen-only={onScreenOnly}
    >
      {(title || actions) && (
        <div className={classes.head}>
          <div>
            {title && (
              <Title order={2} id={id} className={classes.title}>
                {title}
              </Title>
            )}
            {hint && <p className={classes.hint}>{hint}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}

import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useId } from 'react'
import classes from './ActionButton.module.css'
import { isOffered } from './offered.ts'

export type ActionButtonProps = ButtonProps & {
  /** Why not (empty: it may be pressed). The same sentences the server would answer. */
  readonly refusals?: readonly Refusal[]
  readonly onClick?: () => void
  readonly type?: 'button' | 'submit'
  /** What it does, where it shows an icon alone. */
  readonly 'aria-label'?: string
}

/**
 * A button that stays visible and says why it cannot be pressed, except to whoever only reads. It keeps the focus, so that
 * the reason reaches keyboard and screen reader too.
 */
export function ActionButton({ refusals = [], onClick, type = 'button', children, ...rest }: ActionButtonProps) {
  const reasonId = useId()
  if (refusals.length === 0) {
    return (
      <Button {...rest} type={type} onClick={onClick}>
        {children}
      </Button>
    )
  }
  if (!isOffered(refusals)) return null
  const reason = refusals.map(({ message }) => message).join(' ')
  return (
    <Tooltip label={reason}>
      <Button
        {...rest}
        type="button"
        variant="default"
        aria-disabled="true"
        aria-describedby={reasonId}
        className={classes.refused}
        onClick={(event) => event.preventDefault()}
      >
        {children}
        <span id={reasonId} className={classes.reason}>
          {reason}
        </span>
      </Button>
    </Tooltip>
  )
}

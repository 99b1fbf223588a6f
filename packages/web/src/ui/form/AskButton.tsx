import { Popover, Stack } from '@mantine/core'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { ActionButton, type ActionButtonProps } from '../ActionButton.tsx'
import { isOffered } from '../offered.ts'

export type AskButtonProps = Pick<ActionButtonProps, 'size' | 'variant' | 'color' | 'leftSection'> & {
  readonly label: string
  /** Shown instead of the label, which is then only said. */
  readonly icon?: React.ReactNode
  readonly refusals: readonly Refusal[]
  readonly width?: number
  /** What has to be said first, and the button that does it; a function is given what closes it. */
  readonly children: React.ReactNode | ((close: () => void) => React.ReactNode)
}

/** A button that asks for one thing more, right below itself. */
export function AskButton({
  label,
  icon,
  refusals,
  width = 300,
  children,
  size = 'xs',
  variant = 'default',
  ...rest
}: AskButtonProps) {
  const [isOpen, open] = useState(false)
  if (!isOffered(refusals)) return null
  return (
    <Popover opened={isOpen} onChange={open} trapFocus returnFocus position="bottom-start" width={width}>
      <Popover.Target>
        <ActionButton
          {...rest}
          size={size}
          variant={icon ? 'subtle' : variant}
          color={icon ? 'gray' : rest.color}
          px={icon ? 6 : undefined}
          aria-label={icon ? label : undefined}
          refusals={refusals}
          onClick={() => open(!isOpen)}
        >
          {icon ?? label}
        </ActionButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>{typeof children === 'function' ? children(() => open(false)) : children}</Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

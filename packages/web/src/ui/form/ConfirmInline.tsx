import { Button, type ButtonProps } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActionButton } from '../ActionButton.tsx'
import classes from './form.module.css'

export type ConfirmInlineProps = Omit<ButtonProps, 'onClick'> & {
  /** What will happen, as a question: `Remove this asset? The ledger keeps it.` */
  readonly question: string
  readonly confirm: string
  readonly onConfirm: () => void
  readonly refusals?: readonly Refusal[]
  readonly isPending?: boolean
}

/** Asks in place, where the finger already is; nothing else on the page closes or is lost. */
export function ConfirmInline({
  question,
  confirm,
  onConfirm,
  refusals,
  isPending,
  children,
  ...rest
}: ConfirmInlineProps) {
  const { t } = useTranslation()
  const [isAsking, ask] = useState(false)
  useFocusReturn({ opened: isAsking, shouldReturnFocus: true })
  if (!isAsking) {
    return (
      <ActionButton variant="default" {...rest} refusals={refusals} onClick={() => ask(true)}>
        {children}
      </ActionButton>
    )
  }
  return (
    <fieldset className={classes.confirm} aria-label={question}>
      <span className={classes.question}>{question}</span>
      <Button size={rest.size} color="red" loading={isPending} onClick={onConfirm} data-autofocus>
        {confirm}
      </Button>
      <Button size={rest.size} variant="subtle" color="gray" onClick={() => ask(false)}>
        {t('No')}
      </Button>
    </fieldset>
  )
}

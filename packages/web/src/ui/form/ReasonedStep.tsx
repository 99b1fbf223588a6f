import { Button, Group, Stack, Textarea } from '@mantine/core'
import type { Problem } from '@sinew/contract/client.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActionButton, type ActionButtonProps } from '../ActionButton.tsx'
import { ProblemPanel } from '../ProblemPanel.tsx'

export type ReasonedStepProps = Pick<ActionButtonProps, 'size' | 'variant' | 'color'> & {
  /** What both buttons say: the one that asks and the one that does it. */
  readonly label: string
  /** Asks for the reason. */
  readonly question: string
  readonly refusals?: readonly Refusal[]
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly onSend: (reason: string) => void
}

/** A step back that asks for its reason where the button was. */
export function ReasonedStep(props: ReasonedStepProps) {
  const { label, question, refusals = [], isPending, problem, onSend, ...look } = props
  const { t } = useTranslation()
  const [isAsking, ask] = useState(false)
  const [reason, setReason] = useState('')
  if (!isAsking) {
    return (
      <ActionButton {...look} refusals={refusals} onClick={() => ask(true)}>
        {label}
      </ActionButton>
    )
  }
  return (
    <Stack gap={6} w="100%">
      <Textarea
        label={question}
        autosize
        data-autofocus
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemPanel problem={problem} />
      <Group gap="xs">
        <Button
          size="xs"
          color="red"
          disabled={reason.trim().length < 3}
          loading={isPending}
          onClick={() => onSend(reason)}
        >
          {label}
        </Button>
        <Button size="xs" variant="default" onClick={() => ask(false)}>
          {t('Keep it')}
        </Button>
      </Group>
    </Stack>
  )
}

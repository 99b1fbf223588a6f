import { Button, Group, Select, Stack } from '@mantine/core'
import type { Problem } from '@sinew/contract/client.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { ProblemPanel } from '../ProblemPanel.tsx'
import { AskButton } from './AskButton.tsx'

type Props = { readonly problem: Problem | null; readonly children: React.ReactNode }

/** The changes one can make to all chosen rows, and what stands in the way of the last one. */
export function BulkChanges({ problem, children }: Props) {
  return (
    <Stack gap={8} style={{ flex: 1 }}>
      <Group gap={6}>{children}</Group>
      <ProblemPanel problem={problem} />
    </Stack>
  )
}

/** How one change is offered, whatever it asks. */
export type AskProps = { readonly refusals: readonly Refusal[]; readonly isPending: boolean }

export type ChoiceAskProps<V extends string> = AskProps & {
  readonly name: string
  readonly question: string
  /** What the button says that makes the change. */
  readonly send: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onSend: (value: V) => void
}

/** A change to one of several values. */
export function ChoiceAsk<V extends string>(props: ChoiceAskProps<V>) {
  const { name, question, send, options, refusals, isPending, onSend } = props
  const [value, setValue] = useState<V | null>(null)
  return (
    <AskButton label={name} refusals={refusals}>
      <Select
        label={question}
        comboboxProps={{ withinPortal: false }}
        data={[...options]}
        value={value}
        onChange={setValue}
      />
      <Button size="xs" disabled={value === null} loading={isPending} onClick={() => value !== null && onSend(value)}>
        {send}
      </Button>
    </AskButton>
  )
}

import { Button, Group, Popover, Select, Stack, Textarea } from '@mantine/core'
import { decideSoaLines, type SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { exclusionRefusals } from '@sinew/core/control/exclusion-rules.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import type { SoaReason } from '@sinew/core/soa/soa-line.ts'
import { reasonWords } from '@sinew/core/soa/soa-words.ts'
import { useState } from 'react'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './soa.module.css'
import { reasonKinds } from './soa-words.ts'

type Props = { readonly lines: readonly SoaLine[]; readonly onDone: () => void }
type ReasonKind = (typeof reasonKinds)[number]

/** One decision on all chosen lines: every one of them, or none, with the sentence for each that stands in the way. */
export function BulkBar({ lines, onDone }: Props) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(decideSoaLines, { onDone })
  const controls = lines.map(({ controlId, version }) => ({ controlId, version }))
  const leaveOut = (justification: string) => void write.send({ body: { controls, applicable: false, justification } })
  const addReason = (kind: ReasonKind, text: string) =>
    void write.send({ body: { controls, addReason: { kind, text } } })
  return (
    <div className={classes.bulk}>
      <strong>{t('{{count}} chosen', { count: lines.length })}</strong>
      <Group gap={6}>
        <AddReason isPending={write.isPending} onSend={addReason} />
        <LeaveOut lines={lines} isPending={write.isPending} onSend={leaveOut} />
        <Button
          size="xs"
          variant="default"
          loading={write.isPending}
          disabled={lines.every((line) => line.applicable)}
          onClick={() => void write.send({ body: { controls, applicable: true } })}
        >
          {t('Take in again')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('Choose none')}
        </Button>
      </Group>
      {write.problem && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemPanel problem={write.problem} />
        </div>
      )}
    </div>
  )
}

function Ask({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  const [isOpen, open] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      closeOnClickOutside={false}
      trapFocus
      returnFocus
      position="bottom-start"
      width={360}
    >
      <Popover.Target>
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

type LeaveOutProps = {
  readonly lines: readonly SoaLine[]
  readonly isPending: boolean
  readonly onSend: (justification: string) => void
}

function LeaveOut({ lines, isPending, onSend }: LeaveOutProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  return (
    <Ask name={t('Leave out')}>
      <Textarea
        label={t('Why none of them is necessary')}
        description={t('A fact an auditor can check.')}
        autosize
        minRows={3}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionButton size="xs" loading={isPending} refusals={refusalsOf(lines, text)} onClick={() => onSend(text)}>
        {t('Leave {{count}} out', { count: lines.length })}
      </ActionButton>
    </Ask>
  )
}

function refusalsOf(lines: readonly SoaLine[], justification: string): readonly Refusal[] {
  if (justification.trim() === '') return exclusionRefusals('', [])
  return lines
    .filter((line) => line.applicable)
    .flatMap((line) =>
      exclusionRefusals(justification, line.reasons as readonly SoaReason[]).map(({ code, message }) => {
        return { code: `${code} ${line.ref}`, message: `${line.ref}: ${message}` }
      }),
    )
}

type AddReasonProps = { readonly isPending: boolean; readonly onSend: (kind: ReasonKind, text: string) => void }

function AddReason({ isPending, onSend }: AddReasonProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ReasonKind>('business')
  const [text, setText] = useState('')
  const missing = text.trim() === '' ? [{ code: 'no-text', message: t('Say why they are necessary.') }] : []
  return (
    <Ask name={t('Add a reason')}>
      <Select
        label={t('Kind')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={reasonKinds.map((value) => ({ value, label: t(reasonWords[value]) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <Textarea
        label={t('Reason')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionButton size="xs" loading={isPending} refusals={missing} onClick={() => onSend(kind, text)}>
        {t('Add to all of them')}
      </ActionButton>
    </Ask>
  )
}

import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/ActionButton.tsx'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import { intervalProblem, type PartialInterval } from '../ui/form/interval.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { effectWords } from './effect-words.ts'
import classes from './treatment.module.css'

/** What a control does to a risk. */
export type LinkBody = Pick<ControlLink, 'effect' | 'reduction' | 'note'>
/** The same while it is typed. */
export type LinkValues = Omit<LinkBody, 'reduction'> & { readonly reduction: PartialInterval }

export const startingLink: LinkValues = { effect: 'frequency', reduction: { low: 0.1, high: 0.4 }, note: '' }

type Props = {
  readonly values: LinkValues
  readonly onChange: (values: LinkValues) => void
  readonly isDirty: boolean
  readonly refusals?: readonly Refusal[]
  /** What the button says. */
  readonly save: string
  readonly isPending: boolean
  readonly onSave: (body: LinkBody) => void
  readonly onCancel: () => void
  /** Which control it is, and what went wrong. */
  readonly children: React.ReactNode
  /** Beside the buttons. */
  readonly aside?: React.ReactNode
}

/** What a control takes away from a risk, for a new link and for one that is changed. */
export function ControlLinkFields(props: Props) {
  const { values, onChange, isDirty, refusals = [], save, isPending, onSave, onCancel, children, aside } = props
  const { t } = useTranslation()
  const { effect, reduction, note } = values
  const { low, high } = reduction
  const problem =
    low === null || high === null ? 'Give both ends of the interval.' : intervalProblem(reduction, { min: 0, max: 1 })
  return (
    <Stack gap="sm" className={classes.form}>
      <LeaveGuard isDirty={() => isDirty} />
      {children}
      <SegmentedControl
        aria-label={t('What it does')}
        value={effect}
        onChange={(value) => onChange({ ...values, effect: value })}
        data={(['frequency', 'loss'] as const).map((value) => ({ value, label: t(effectWords[value]) }))}
      />
      <IntervalInput
        label={t('What it takes away when it works')}
        description={t('A share of the events, or of the loss of each. If you do not know, stay wide.')}
        percent
        value={reduction}
        onChange={(value) => onChange({ ...values, reduction: value })}
      />
      <TextInput
        label={t('Why this much')}
        maxLength={2000}
        value={note}
        onChange={(event) => onChange({ ...values, note: event.currentTarget.value })}
      />
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <ActionButton
            size="xs"
            refusals={[...refusals, ...(problem ? [{ code: 'interval', message: t(problem) }] : [])]}
            loading={isPending}
            onClick={() => low !== null && high !== null && onSave({ effect, reduction: { low, high }, note })}
          >
            {save}
          </ActionButton>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        </Group>
        {aside}
      </Group>
    </Stack>
  )
}

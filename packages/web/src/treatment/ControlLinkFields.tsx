import { Button, Group, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { linkEffects } from '@sinew/core/chain/chain-snapshot.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import { intervalProblem, type PartialInterval } from '../ui/form/interval.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { effectNames } from './effect-words.ts'
import classes from './treatment.module.css'

/** What a control does to a risk. */
export type LinkBody = Pick<ControlLink, 'effect' | 'reduction' | 'coverage' | 'saved' | 'note'>
/** The same while it is typed. */
export type LinkValues = Omit<LinkBody, 'reduction' | 'coverage'> & {
  readonly reduction: PartialInterval
  /** Null while it is no share. */
  readonly coverage: number | null
}

export const startingLink: LinkValues = {
  effect: 'frequency',
  reduction: { low: 0.1, high: 0.4 },
  coverage: 1,
  saved: null,
  note: '',
}

const isShare = (value: number | null) => value !== null && value >= 0 && value <= 1

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
  const { effect, reduction, coverage, saved, note } = values
  const isResponse = effect === 'response'
  const { low, high } = reduction
  const problem =
    low === null || high === null
      ? 'Give both ends of the interval.'
      : (intervalProblem(reduction, { min: 0, max: 1 }) ??
        (isShare(coverage) ? null : 'Say which share of the exposure it reaches: 0 to 100 %.') ??
        (isResponse && !isShare(saved) ? 'Say which share of its loss a contained event saves.' : null))
  return (
    <Stack gap="sm" className={classes.form}>
      <LeaveGuard isDirty={() => isDirty} />
      {children}
      <SegmentedControl
        fullWidth
        aria-label={t('What it does')}
        value={effect}
        onChange={(value) => onChange({ ...values, effect: value })}
        data={linkEffects.map((value) => ({ value, label: t(effectNames[value]) }))}
      />
      <IntervalInput
        label={isResponse ? t('Chance that it contains an event when it works') : t('What it takes away when it works')}
        description={
          isResponse
            ? t('That it is noticed and stopped in time. An event that is not contained costs in full.')
            : t('A share of the events, or of the loss of each. If you do not know, stay wide.')
        }
        percent
        value={reduction}
        onChange={(value) => onChange({ ...values, reduction: value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {isResponse && (
          <QuantityInput
            percent
            label={t('A contained event saves, in percent')}
            description={t('Of its loss. The same for every control that contains events of this risk.')}
            value={saved}
            onChange={(share) => onChange({ ...values, saved: share })}
          />
        )}
        <QuantityInput
          percent
          label={t('It reaches, in percent')}
          description={t('Of the exposure: of the machines, the people, the suppliers.')}
          value={coverage}
          onChange={(share) => onChange({ ...values, coverage: share })}
        />
      </SimpleGrid>
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
            onClick={() => {
              if (low === null || high === null || coverage === null) return
              onSave({ effect, reduction: { low, high }, coverage, saved: isResponse ? saved : null, note })
            }}
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

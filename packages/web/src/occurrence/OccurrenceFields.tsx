import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { RiskSelect } from '../risk/RiskSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { kindWords } from './occurrence-words.ts'

export type OccurrenceValues = Pick<
  Occurrence,
  'kind' | 'title' | 'note' | 'occurredAt' | 'discoveredAt' | 'lossMinor' | 'source'
> & { readonly riskId: string | null; readonly reason: string }

export function emptyOccurrence(riskId: string | null, now: number): OccurrenceValues {
  const today = `${new Date(now).toISOString().slice(0, 10)}T12:00:00Z`
  const nothing = { title: '', note: '', source: '', lossMinor: null, reason: '' }
  return { ...nothing, riskId, kind: 'loss', occurredAt: today, discoveredAt: '' }
}

export function occurrenceValues(one: Occurrence): OccurrenceValues {
  const { riskId, kind, title, note, occurredAt, discoveredAt, lossMinor, source } = one
  return { riskId, kind, title, note, occurredAt, discoveredAt, lossMinor, source, reason: '' }
}

/** What is sent: a near miss has no loss, and what came to light on the day itself needs no date of its own. */
export function toBody(values: Partial<OccurrenceValues>): object {
  const { reason, discoveredAt, ...rest } = values
  return {
    ...rest,
    ...(rest.kind === 'near_miss' ? { lossMinor: null } : {}),
    ...(discoveredAt ? { discoveredAt } : {}),
    ...(reason ? { reason } : {}),
  }
}

type Props = {
  readonly form: RecordForm<OccurrenceValues>
  /** Asks which risk, where the page does not say it. */
  readonly asksRisk?: boolean
  /** Asks why, where something was told already. */
  readonly isCorrection?: boolean
}

/** The three things that matter first, so that a phone does it in a minute; what can wait, below. */
export function OccurrenceFields({ form, asksRisk = false, isCorrection = false }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const now = useNow()
  const { riskId, kind, occurredAt, discoveredAt, lossMinor } = form.getValues()
  return (
    <>
      <TextInput
        label={t('What happened')}
        placeholder={t('Laptop stolen from a car')}
        data-autofocus
        withAsterisk
        maxLength={200}
        {...form.getInputProps('title')}
      />
      {asksRisk && (
        <RiskSelect
          label={t('Risk')}
          withAsterisk
          value={riskId}
          onChange={(id) => form.setFieldValue('riskId', id)}
          error={form.errors.riskId}
        />
      )}
      <Stack gap={4}>
        <SegmentedControl
          aria-label={t('Kind')}
          fullWidth
          data={Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) }))}
          value={kind}
          onChange={(chosen) => {
            form.setFieldValue('kind', chosen as Occurrence['kind'])
            if (chosen === 'near_miss') form.setFieldValue('lossMinor', null)
          }}
        />
        <Text size="xs" c="var(--sn-ink-3)">
          {kind === 'loss'
            ? t('It happened, whatever it cost. It counts against the forecast.')
            : t('It nearly happened. It is kept to learn from, and never makes a risk look smaller.')}
        </Text>
      </Stack>
      <DateField
        label={t('On')}
        required
        to={now}
        value={occurredAt}
        onChange={(day) => form.setFieldValue('occurredAt', day ?? '')}
        error={form.errors.occurredAt}
      />
      {kind === 'loss' && (
        <MoneyInput
          label={t('What it cost')}
          description={t('All of it: work, loss, repair. Leave it empty while it is not known.')}
          currency={currency}
          valueMinor={lossMinor}
          onChangeMinor={(minor) => form.setFieldValue('lossMinor', minor)}
          error={form.errors.lossMinor}
        />
      )}
      <Textarea label={t('Note')} autosize minRows={2} maxLength={20000} {...form.getInputProps('note')} />
      <TextInput
        label={t('Known from')}
        placeholder={t('Service desk 4711')}
        maxLength={500}
        {...form.getInputProps('source')}
      />
      <DateField
        label={t('Came to light on')}
        description={t('Leave it empty where that was the same day.')}
        to={now}
        value={discoveredAt === '' ? null : discoveredAt}
        onChange={(day) => form.setFieldValue('discoveredAt', day ?? '')}
        error={form.errors.discoveredAt}
      />
      {isCorrection && (
        <Textarea
          label={t('Why')}
          description={t('Needed where less came of it than was recorded, or where it was on another day.')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('reason')}
        />
      )}
    </>
  )
}

import { Group, NumberInput, Radio, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { DateField } from '../ui/form/DateField.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import classes from './evidence.module.css'
import type { EvidenceDraft } from './evidence-draft.ts'
import { NatureField } from './NatureField.tsx'

type Props = { readonly form: RecordForm<EvidenceDraft> }

/** Passed, failed, or so many of so many. */
export function ResultFields({ form }: Props) {
  const { t } = useTranslation()
  const { result } = form.getValues()
  const change = (patch: Partial<EvidenceDraft['result']>) => form.setFieldValue('result', { ...result, ...patch })
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500} id="evidence-result">
        {t('What it says')}
      </Text>
      <SegmentedControl
        aria-labelledby="evidence-result"
        data={[
          { value: 'pass', label: t('It works') },
          { value: 'fail', label: t('It fails') },
          { value: 'k_of_n', label: t('So many of all') },
        ]}
        value={result.kind}
        onChange={(kind) => change({ kind: kind as EvidenceDraft['result']['kind'] })}
      />
      {result.kind === 'k_of_n' && (
        <Group grow>
          <NumberInput
            label={t('Passed')}
            min={0}
            allowDecimal={false}
            clampBehavior="none"
            value={result.passed}
            onChange={(value) => change({ passed: Number(value) })}
          />
          <NumberInput
            label={t('Of all that should')}
            min={0}
            allowDecimal={false}
            clampBehavior="none"
            value={result.expected}
            onChange={(value) => change({ expected: Number(value) })}
          />
        </Group>
      )}
      {form.errors.result && (
        <p className={classes.error} role="alert">
          {form.errors.result}
        </p>
      )}
    </Stack>
  )
}

/** What a piece can show, and whose word it is: both decide how much it counts. */
export function CountsFields({ form }: Props) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NatureField
        label={t('What it shows')}
        meaning={{
          operation: t('A record: a log, a report, a test, a screenshot.'),
          design: t('A policy or plan. It never proves that something happens.'),
        }}
        field={form.getInputProps('nature')}
      />
      <Radio.Group label={t('Whose word it is')} {...form.getInputProps('provenance')}>
        <Stack gap={8} mt={4}>
          <Radio
            value="declared"
            label={t('Declared')}
            description={t('By whoever answers for the control. Counts for less until somebody else looked.')}
          />
          <Radio
            value="attested"
            label={t('Attested')}
            description={t('By somebody who saw it and does not own the control. Counts fully.')}
          />
          <Radio
            value="generated"
            label={t('Generated')}
            description={t('Text that a machine wrote. Kept as a draft, proves nothing.')}
          />
        </Stack>
      </Radio.Group>
    </SimpleGrid>
  )
}

/** When it was collected, what time it speaks of, and until when it may count. */
export function DateFields({ form }: Props) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <DateField
        label={t('Collected on')}
        description={t('Today, when left empty.')}
        to={Date.now()}
        {...form.getInputProps('collectedAt')}
      />
      <DateField
        label={t('Valid until')}
        description={t('Only if it ends before the rhythm asks for a new one.')}
        {...form.getInputProps('validUntil')}
      />
      <DateField label={t('Speaks of the time from')} {...form.getInputProps('periodFrom')} />
      <DateField label={t('to')} {...form.getInputProps('periodTo')} />
    </SimpleGrid>
  )
}

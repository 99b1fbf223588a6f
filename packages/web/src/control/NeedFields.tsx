import { NumberInput, TextInput } from '@mantine/core'
import type { Need } from '@sinew/contract/control/need-contract.ts'
import { largestWeight, longestCadenceDays } from '@sinew/core/control/need-rules.ts'
import { NatureField } from '../evidence/NatureField.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RecordForm } from '../ui/form/record-form.ts'

export type NeedValues = Pick<Need, 'title' | 'cadenceDays' | 'weight' | 'nature'>

/** Only what every form of a need has, whatever else is in it. */
type Form = {
  readonly getInputProps: RecordForm<NeedValues>['getInputProps']
}

export function NeedFields({ form }: { readonly form: Form }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('What would prove it')}
        placeholder={t('Restore test with result and time')}
        withAsterisk
        data-autofocus
        maxLength={300}
        {...form.getInputProps('title')}
      />
      <NumberInput
        label={t('How often it has to be new')}
        description={t('After so many days a piece goes stale and proves less every day.')}
        suffix={` ${t('days')}`}
        min={1}
        max={longestCadenceDays}
        clampBehavior="none"
        allowDecimal={false}
        {...form.getInputProps('cadenceDays')}
      />
      <NumberInput
        label={t('Weight')}
        description={t('Against the other needs of this control: 2 counts twice as much as 1.')}
        min={0}
        max={largestWeight}
        clampBehavior="none"
        step={0.5}
        {...form.getInputProps('weight')}
      />
      <NatureField
        label={t('What it has to show')}
        meaning={{
          operation: t('A record of something done: a log, a report, a test. A document alone never counts.'),
          design: t('A policy, a plan, a configuration: what should happen.'),
        }}
        field={form.getInputProps('nature')}
      />
    </>
  )
}

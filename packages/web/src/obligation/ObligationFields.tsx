import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ObligationSummary } from '@sinew/contract/obligation/obligation-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { kindWords } from './obligation-words.ts'

export type ObligationValues = Pick<
  ObligationSummary,
  'title' | 'kind' | 'source' | 'party' | 'requirement' | 'ownerId' | 'reviewAt' | 'reviewEveryMonths' | 'notifyHours'
>

export const emptyObligation: ObligationValues = {
  title: '',
  kind: 'contract',
  source: '',
  party: '',
  requirement: '',
  ownerId: null,
  reviewAt: null,
  reviewEveryMonths: 12,
  notifyHours: null,
}

export function obligationValues(obligation: ObligationSummary): ObligationValues {
  const { title, kind, source, party, requirement, ownerId, reviewAt, reviewEveryMonths, notifyHours } = obligation
  return { title, kind, source, party, requirement, ownerId, reviewAt, reviewEveryMonths, notifyHours }
}

type Props = { readonly form: RecordForm<ObligationValues>; readonly ownerName?: string | null }

export function ObligationFields({ form, ownerName }: Props) {
  const { t } = useTranslation()
  const { reviewAt, ownerId } = form.getValues()
  return (
    <>
      <TextInput
        label={t('Title')}
        placeholder={t('Data processing agreement with Acme')}
        data-autofocus
        withAsterisk
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <Select
        label={t('Kind')}
        allowDeselect={false}
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('Towards whom')}
        placeholder={t('Acme GmbH, the regulator, all customers')}
        maxLength={200}
        {...form.getInputProps('party')}
      />
      <TextInput
        label={t('Where it says so')}
        placeholder={t('Regulation (EU) 2016/679, Art. 32')}
        maxLength={500}
        {...form.getInputProps('source')}
      />
      <Textarea
        label={t('What it asks')}
        description={t('In your own words: what has to be done or be true.')}
        autosize
        minRows={3}
        maxLength={20000}
        {...form.getInputProps('requirement')}
      />
      <PersonSelect
        label={t('Owner')}
        currentName={ownerName}
        value={ownerId}
        onChange={(id) => form.setFieldValue('ownerId', id)}
        error={form.errors.ownerId}
      />
      <NumberInput
        label={t('Review every')}
        suffix={` ${t('months')}`}
        min={1}
        max={120}
        allowDecimal={false}
        value={form.getValues().reviewEveryMonths ?? ''}
        onChange={(months) =>
          form.setFieldValue('reviewEveryMonths', months === '' || months === '-' ? null : Number(months))
        }
        error={form.errors.reviewEveryMonths}
      />
      <DateField
        label={t('Review on')}
        description={t(
          'Left empty: one rhythm from now. A review moves it on; by hand it can only be brought forward.',
        )}
        value={reviewAt}
        onChange={(day) => form.setFieldValue('reviewAt', day)}
        error={form.errors.reviewAt}
      />
      <NumberInput
        label={t('Tell of incidents within')}
        description={t('Incidents then put this notification forward, with its clock.')}
        suffix={` ${t('hours')}`}
        min={1}
        max={8_760}
        allowDecimal={false}
        value={form.getValues().notifyHours ?? ''}
        onChange={(hours) => form.setFieldValue('notifyHours', hours === '' || hours === '-' ? null : Number(hours))}
        error={form.errors.notifyHours}
      />
    </>
  )
}

import { Autocomplete, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import type { BodyOf } from '@sinew/contract/client.ts'
import type { createRisk, RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { AssetsSelect } from './AssetsSelect.tsx'
import { riskCategories } from './risk-categories.ts'

export type RiskFormValues = Required<
  Pick<
    BodyOf<typeof createRisk>,
    'title' | 'source' | 'event' | 'consequence' | 'category' | 'properties' | 'ownerId' | 'assetIds' | 'reviewAt'
  >
>

export const emptyRisk: RiskFormValues = {
  title: '',
  source: '',
  event: '',
  consequence: '',
  category: '',
  properties: [],
  ownerId: null,
  assetIds: [],
  reviewAt: null,
}

// What a form of these values offers, whatever rules it validates by.
type RiskForm = Pick<
  ReturnType<typeof useForm<RiskFormValues>>,
  'getValues' | 'getInputProps' | 'setFieldValue' | 'errors'
>

type Props = { readonly form: RiskForm; readonly risk?: RiskDetail }

/** What a risk says, for a new one and for editing. */
export function RiskFields({ form, risk }: Props) {
  const { t } = useTranslation()
  const { reviewAt, ownerId, assetIds } = form.getValues()
  return (
    <Stack gap="md">
      <TextInput
        label={t('Title')}
        description={t('Short, as people will say it: ransomware stops production.')}
        required
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('Who or what')}
        description={t('The source: a criminal group, a flood, a mistake.')}
        autosize
        maxLength={2000}
        {...form.getInputProps('source')}
      />
      <Textarea
        label={t('Does what')}
        description={t('The event, and to which asset.')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('event')}
      />
      <Textarea
        label={t('With what consequence')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('consequence')}
      />
      <Checkbox.Group label={t('Affects')} {...form.getInputProps('properties')}>
        <Group mt={6} gap="lg">
          <Checkbox value="confidentiality" label={t('confidentiality')} />
          <Checkbox value="integrity" label={t('integrity')} />
          <Checkbox value="availability" label={t('availability')} />
        </Group>
      </Checkbox.Group>
      <PersonSelect
        label={t('Owner')}
        description={t('A person with authority over this risk; they accept what remains.')}
        currentName={risk?.ownerName}
        {...form.getInputProps('ownerId')}
        value={ownerId}
      />
      <AssetsSelect label={t('Assets')} known={risk?.assets} {...form.getInputProps('assetIds')} value={assetIds} />
      <Autocomplete
        label={t('Category')}
        data={[...riskCategories]}
        maxLength={100}
        {...form.getInputProps('category')}
      />
      <DateField
        label={t('Review on')}
        description={t('Left empty: after the interval of the methodology.')}
        value={reviewAt}
        onChange={(day) => form.setFieldValue('reviewAt', day)}
        error={form.errors.reviewAt}
      />
    </Stack>
  )
}

import { MultiSelect, SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { createPolicy, getPolicy, type Policy, updatePolicy } from '@sinew/contract/insurance/insurance-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useQuery } from '@tanstack/react-query'
import { apiClient } from '../api/api-client.ts'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { DateField } from '../ui/form/DateField.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { Money } from '../ui/Money.tsx'

type Values = Pick<Policy, 'name' | 'insurer' | 'note' | 'per' | 'riskIds'> & {
  readonly deductibleMinor: number | null
  readonly limitMinor: number | null
  readonly premiumMinor: number | null
  readonly validFrom: string | null
  readonly validUntil: string | null
}

const empty: Values = {
  name: '',
  insurer: '',
  note: '',
  per: 'event',
  riskIds: null,
  deductibleMinor: null,
  limitMinor: null,
  premiumMinor: null,
  validFrom: null,
  validUntil: null,
}

function valuesOf({ name, insurer, note, per, riskIds, ...rest }: Policy): Values {
  const { deductibleMinor, limitMinor, premiumMinor, validFrom, validUntil } = rest
  return { name, insurer, note, per, riskIds, deductibleMinor, limitMinor, premiumMinor, validFrom, validUntil }
}

/** Adds a policy, or changes one. */
export function PolicyDrawer({ policy, onClose }: { readonly policy?: Policy; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const { organizationId } = useOrganizationApi()
  const { currency } = useOrganization()
  if (policy === undefined)
    return (
      <RecordDrawer<typeof createPolicy, Values>
        title={t('Add a policy')}
        route={createPolicy}
        values={empty}
        onClose={onClose}
        onDone={({ number }) => go(paths.policy, { number })}
      >
        {(form) => <PolicyFields form={form} />}
      </RecordDrawer>
    )
  const params = { policyId: policy.id }
  return (
    <RecordDrawer<typeof updatePolicy, Values>
      title={t('Change the policy')}
      route={updatePolicy}
      params={params}
      values={valuesOf(policy)}
      existing={{
        version: policy.version,
        fresh: async () => {
          const theirs = await apiClient.call(getPolicy, { params: { organizationId, ...params } })
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          name: t('Name'),
          insurer: t('Insurer'),
          note: t('Note'),
          per: t('What the policy pays for'),
          riskIds: t('Covered risks'),
          deductibleMinor: t('Deductible'),
          limitMinor: t('Limit'),
          premiumMinor: t('Premium a year'),
          validFrom: t('From'),
          validUntil: t('Until'),
        },
        shown: (field, value) =>
          field.endsWith('Minor') ? <Money minor={value as number | null} currency={currency} /> : undefined,
      }}
      onClose={onClose}
    >
      {(form) => <PolicyFields form={form} />}
    </RecordDrawer>
  )
}

function PolicyFields({ form }: { readonly form: RecordForm<Values> }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const risks = useQuery(useOrganizationApi().query(listRisks, { query: { pageSize: 200, sort: 'number' } })).data
    ?.items
  const values = form.getValues()
  const amount = (label: string, field: 'deductibleMinor' | 'limitMinor' | 'premiumMinor') => (
    <MoneyInput
      label={label}
      currency={currency}
      valueMinor={values[field]}
      onChangeMinor={(minor) => form.setFieldValue(field, minor)}
      error={form.errors[field]}
    />
  )
  const day = (label: string, field: 'validFrom' | 'validUntil') => (
    <DateField
      label={label}
      value={values[field]}
      onChange={(instant) => form.setFieldValue(field, instant)}
      error={form.errors[field]}
    />
  )
  return (
    <>
      <TextInput label={t('Name')} withAsterisk data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <TextInput label={t('Insurer')} maxLength={200} {...form.getInputProps('insurer')} />
      <Stack gap={4}>
        <Text size="sm" fw={500} id="policy-per">
          {t('What the policy pays for')}
        </Text>
        <SegmentedControl
          aria-labelledby="policy-per"
          fullWidth
          value={values.per}
          onChange={(per) => {
            form.setFieldValue('per', per)
            if (per === 'year') form.setFieldValue('riskIds', null)
          }}
          data={[
            { value: 'event', label: t('Each event') },
            { value: 'year', label: t('The whole year') },
          ]}
        />
      </Stack>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {amount(t('Deductible'), 'deductibleMinor')}
        {amount(t('Limit'), 'limitMinor')}
        {amount(t('Premium a year'), 'premiumMinor')}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {day(t('From'), 'validFrom')}
        {day(t('Until'), 'validUntil')}
      </SimpleGrid>
      {values.per === 'event' && (
        <MultiSelect
          searchable
          clearable
          label={t('Covered risks')}
          placeholder={values.riskIds === null ? t('All of them') : undefined}
          value={[...(values.riskIds ?? [])]}
          onChange={(ids) => form.setFieldValue('riskIds', ids.length === 0 ? null : ids)}
          data={(risks ?? []).map(({ id, number, title }) => ({ value: id, label: `${riskRef(number)} ${title}` }))}
          error={form.errors.riskIds}
        />
      )}
      <Textarea label={t('Note')} autosize minRows={2} maxLength={5_000} {...form.getInputProps('note')} />
    </>
  )
}

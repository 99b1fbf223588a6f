import { Group, NumberInput, Select, Text, TextInput, Title } from '@mantine/core'
import { needLevelWords, needProperties } from '@sinew/core/asset/need-levels.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RecordForm } from '../ui/form/record-form.ts'
import type { AssetValues } from './AssetFields.tsx'
import { propertyWords } from './asset-words.ts'

const examples = {
  confidentiality: 'Health data: a leak would have to be told to every patient',
  integrity: 'A wrong dose could harm a patient',
  availability: 'Clinics stand still after four hours without it',
} as const

/** What the asset itself needs of each property, and why; what rests on it may raise that. */
export function NeedFields({ form }: { readonly form: RecordForm<AssetValues> }) {
  const { t } = useTranslation()
  const levels = Object.entries(needLevelWords).map(([value, label]) => ({ value, label: t(label) }))
  const values = form.getValues()
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {t('What it needs')}
      </Title>
      <Text size="sm" c="var(--sn-ink-2)">
        {t('Say what it needs by itself. What rests on it hands its own needs down to it.')}
      </Text>
      {needProperties.map((property) => (
        <Group key={property} gap="sm" align="flex-start" wrap="wrap">
          <Select
            label={t(propertyWords[property])}
            placeholder={t('Not said')}
            clearable
            data={levels}
            w={150}
            value={values[property]}
            onChange={(level) => form.setFieldValue(property, level as AssetValues[typeof property])}
            error={form.errors[property]}
          />
          <TextInput
            label={t('Why')}
            aria-label={t('Why: {{property}}', { property: t(propertyWords[property]) })}
            placeholder={t(examples[property])}
            maxLength={2000}
            style={{ flex: '1 1 200px' }}
            {...form.getInputProps(`${property}Reason`)}
          />
        </Group>
      ))}
      <Group gap="sm" align="flex-start" grow>
        {(['rtoHours', 'rpoHours'] as const).map((key) => (
          <NumberInput
            key={key}
            label={key === 'rtoHours' ? t('Back within (RTO)') : t('Data lost at most (RPO)')}
            suffix={` ${t('hours')}`}
            min={0}
            max={87_600}
            decimalScale={2}
            value={values[key] ?? ''}
            onChange={(hours) => form.setFieldValue(key, hours === '' || hours === '-' ? null : Number(hours))}
            error={form.errors[key]}
          />
        ))}
      </Group>
    </>
  )
}

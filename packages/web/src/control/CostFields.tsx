import { SimpleGrid, Stack, Text } from '@mantine/core'
import { annualCost, costRefusals } from '@sinew/core/control/annual-cost.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import type { ControlValues } from './ControlFields.tsx'

/** What the control costs: bought once, lasting some years, and run every year; the cost of a year follows. */
export function CostFields({ form }: { readonly form: RecordForm<ControlValues> }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const cost = form.getValues()
  const aYear = annualCost(cost)
  const [refusal] = costRefusals(cost)
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t('What it costs')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <MoneyInput
          label={t('Bought for')}
          currency={currency}
          valueMinor={cost.capexMinor}
          onChangeMinor={(minor) => form.setFieldValue('capexMinor', minor)}
          error={form.errors.capexMinor}
        />
        <QuantityInput
          label={t('Lasts, in years')}
          value={cost.lifetimeYears}
          onChange={(years) => form.setFieldValue('lifetimeYears', years)}
          error={form.errors.lifetimeYears ?? refusal?.message}
        />
        <MoneyInput
          label={t('Run for, a year')}
          currency={currency}
          valueMinor={cost.opexMinor}
          onChangeMinor={(minor) => form.setFieldValue('opexMinor', minor)}
          error={form.errors.opexMinor}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {aYear === null
          ? t('Left empty, the cost is unknown, which is not the same as free.')
          : t('{{money}} a year: the purchase spread over its years, and running it.', {
              money: formatMoneyShort(aYear, currency),
            })}
      </Text>
    </Stack>
  )
}

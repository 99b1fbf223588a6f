import { ActionIcon, Button, Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { mostSecondaryLosses } from '@sinew/core/risk/shape-rules.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import type { PartialInterval } from '../ui/form/interval.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'

/** A further loss while it is typed. */
export type FurtherLoss = {
  readonly name: string
  readonly probability: number | null
  readonly lossMinor: PartialInterval
  readonly mostMinor: number | null
}

const empty: FurtherLoss = { name: '', probability: null, lossMinor: { low: null, high: null }, mostMinor: null }

type Props = {
  readonly losses: readonly FurtherLoss[]
  readonly onChange: (losses: readonly FurtherLoss[]) => void
  readonly error: string | undefined
}

/** Losses that an event may bring beside its own: a fine, claims, customers who leave. */
export function FurtherLosses({ losses, onChange, error }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const change = (at: number, fields: Partial<FurtherLoss>) =>
    onChange(losses.map((loss, k) => (k === at ? { ...loss, ...fields } : loss)))
  return (
    <Fieldset legend={t('Further losses')} variant="unstyled">
      <Stack gap="sm">
        {losses.map((loss, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a further loss has no other name than its place
          <Stack key={at} gap="xs">
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <TextInput
                label={t('What')}
                placeholder={t('A fine')}
                maxLength={100}
                value={loss.name}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
                rightSection={
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('Remove further loss {{number}}', { number: at + 1 })}
                    onClick={() => onChange(losses.filter((_, k) => k !== at))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                }
              />
              <QuantityInput
                percent
                label={t('An event brings it, in percent')}
                value={loss.probability}
                onChange={(probability) => change(at, { probability })}
              />
            </SimpleGrid>
            <IntervalInput
              label={t('How much it is then')}
              currency={currency}
              value={loss.lossMinor}
              onChange={(lossMinor) => change(at, { lossMinor })}
            />
            <MoneyInput
              label={t('Never more than')}
              currency={currency}
              valueMinor={loss.mostMinor}
              onChangeMinor={(mostMinor) => change(at, { mostMinor })}
            />
          </Stack>
        ))}
        {error && (
          <p role="alert" style={{ color: 'var(--sn-failing)', margin: 0, fontSize: '0.8125rem' }}>
            {error}
          </p>
        )}
        <Button
          size="xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} />}
          disabled={losses.length >= mostSecondaryLosses}
          onClick={() => onChange([...losses, empty])}
        >
          {t('Add a further loss')}
        </Button>
      </Stack>
    </Fieldset>
  )
}

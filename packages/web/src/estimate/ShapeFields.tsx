import { SegmentedControl, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { type FrequencyKind, type LossKind, readAmounts, type ShapeDraft } from './shape-draft.ts'

type Props = {
  readonly draft: ShapeDraft
  readonly onChange: (change: Partial<ShapeDraft>) => void
  readonly error: string | undefined
  /** The range, where that is what is said. */
  readonly children: React.ReactNode
}

/** How often: a range, or the chance of at most one event a year. */
export function FrequencyShapeField({ draft, onChange, error, children }: Props) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('How the frequency is said')}
        value={draft.frequencyKind}
        onChange={(frequencyKind: FrequencyKind) => onChange({ frequencyKind })}
        data={[
          { value: 'range', label: t('Events a year') },
          { value: 'at_most_once', label: t('At most once a year') },
        ]}
      />
      {draft.frequencyKind === 'range' ? (
        children
      ) : (
        <QuantityInput
          percent
          required
          label={t('Chance that it happens in a year, in percent')}
          description={t('For what can happen once a year at most: an audit that fails, a licence that is lost.')}
          value={draft.probability}
          onChange={(probability) => onChange({ probability })}
          error={error}
        />
      )}
    </Stack>
  )
}

/** How much: a range, three amounts, or what it cost before. */
export function LossShapeField({ draft, onChange, error, children }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const amount = (label: string, field: 'minMinor' | 'modeMinor' | 'maxMinor') => (
    <MoneyInput
      required
      label={label}
      currency={currency}
      valueMinor={draft[field]}
      onChangeMinor={(minor) => onChange({ [field]: minor })}
    />
  )
  const { read, unread } = readAmounts(draft.amounts)
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('How the loss is said')}
        value={draft.lossKind}
        onChange={(lossKind: LossKind) => onChange({ lossKind })}
        data={[
          { value: 'range', label: t('A range') },
          { value: 'pert', label: t('Least, likely, most') },
          { value: 'amounts', label: t('Amounts') },
        ]}
      />
      {draft.lossKind === 'range' && children}
      {draft.lossKind === 'pert' && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            {amount(t('Least'), 'minMinor')}
            {amount(t('Most likely'), 'modeMinor')}
            {amount(t('Most'), 'maxMinor')}
          </SimpleGrid>
          {error && (
            <p role="alert" style={{ color: 'var(--sn-failing)', margin: 0, fontSize: '0.8125rem' }}>
              {error}
            </p>
          )}
        </>
      )}
      {draft.lossKind === 'amounts' && (
        <Textarea
          required
          autosize
          minRows={4}
          maxRows={12}
          label={t('What such events cost, one amount a line')}
          description={t('In {{currency}}. Each counts as likely as any other; nothing costs more than the largest.', {
            currency,
          })}
          value={draft.amounts}
          onChange={(event) => onChange({ amounts: event.currentTarget.value })}
          error={unread.length > 0 ? t('Not an amount: {{text}}', { text: unread.slice(0, 3).join(', ') }) : error}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
        />
      )}
      {draft.lossKind === 'amounts' && read.length > 0 && (
        <small style={{ color: 'var(--sn-ink-3)' }}>{t('{{count}} amounts', { count: read.length })}</small>
      )}
    </Stack>
  )
}

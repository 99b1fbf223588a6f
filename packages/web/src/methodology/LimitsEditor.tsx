import { NumberInput, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { DraftPart } from './draft-part.ts'

/** Appetite, and the limits the rules work with. */
export function LimitsEditor({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { appetite } = content
  const setAppetite = (part: Partial<typeof appetite>) => change({ appetite: { ...appetite, ...part } })
  return (
    <Panel title={t('Appetite and limits')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MoneyInput
          label={t('Appetite: loss of a year')}
          description={t('What all risks together may cost in a year, on average.')}
          currency={currency}
          valueMinor={appetite.yearlyLossMinor}
          error={errorAt('appetite.yearlyLossMinor')}
          onChangeMinor={(minor) => setAppetite({ yearlyLossMinor: minor ?? 0 })}
        />
        <MoneyInput
          label={t('A large loss')}
          description={t('An amount one event should hardly ever exceed.')}
          currency={currency}
          valueMinor={appetite.exceedMinor}
          error={errorAt('appetite.exceedMinor')}
          onChangeMinor={(minor) => setAppetite({ exceedMinor: minor ?? 0 })}
        />
        <QuantityInput
          percent
          label={t('Appetite: a year with a large loss')}
          description={t('Percent: 5 is once in twenty years.')}
          value={appetite.exceedProbability}
          error={errorAt('appetite.exceedProbability')}
          onChange={(share) => setAppetite({ exceedProbability: share ?? 0 })}
        />
        <QuantityInput
          percent
          label={t('Material growth')}
          description={t('Percent by which a proven loss may grow before its acceptance reopens.')}
          value={content.materialShare}
          error={errorAt('materialShare')}
          onChange={(share) => change({ materialShare: share ?? -1 })}
        />
        <QuantityInput
          percent
          label={t('Largest joint effect')}
          description={t('Percent that controls together take away at most: no set of controls is perfect.')}
          value={content.maxReduction}
          error={errorAt('maxReduction')}
          onChange={(share) => change({ maxReduction: share ?? -1 })}
        />
        <NumberInput
          label={t('Review after')}
          description={t('Days until a risk is assessed again.')}
          suffix={` ${t('days')}`}
          min={1}
          max={1095}
          allowDecimal={false}
          value={content.reviewIntervalDays}
          error={errorAt('reviewIntervalDays')}
          onChange={(value) => change({ reviewIntervalDays: typeof value === 'number' ? value : 0 })}
        />
      </SimpleGrid>
    </Panel>
  )
}

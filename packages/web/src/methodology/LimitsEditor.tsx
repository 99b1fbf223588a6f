import { NumberInput, SimpleGrid } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { DraftPart } from './draft-part.ts'

/** The limits the rules work with. */
export function LimitsEditor({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  return (
    <Panel title={t('Limits')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
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

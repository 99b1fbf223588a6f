import { Group, SegmentedControl, Stack } from '@mantine/core'
import type { Pool, RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { perYearWords } from '../risk/per-year-words.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { MoneyRange } from '../ui/Money.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import classes from './estimate.module.css'

export type TakeOver = {
  readonly frequency: Interval
  readonly lossMinor: Interval
  readonly note: string
  readonly basis: string
}

type Props = {
  readonly risk: RiskDetail
  readonly estimates: RiskEstimates
  readonly onTakeOver: (figures: TakeOver) => void
}

/** Whether the estimators mean the same, and what they say together. */
export function TogetherPanel({ risk, estimates: { pools, disagreement, estimates }, onTakeOver }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const [method, setMethod] = useState<Pool['method']>('mixture')
  const [weighting, setWeighting] = useState<Pool['weighting']>('equal')
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  const pool = pools.find((one) => one.method === method && one.weighting === weighting)
  if (pool === undefined || disagreement === null) return null
  const note = estimates
    .filter(({ status, note: said }) => status === 'given' && said !== '')
    .map(({ personName, note: said }) => `${personName}: ${said}`)
    .join('\n')
  return (
    <div className={classes.together}>
      <Stack gap={4}>
        {[disagreement.frequency, disagreement.lossMinor].map(({ kind, sentence }) => (
          <StatusSentence key={sentence} tone={kind === 'apart' ? 'bad' : kind === 'far' ? 'watch' : 'calm'}>
            {sentence}
          </StatusSentence>
        ))}
      </Stack>
      <Group gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('How to pool')}
          value={method}
          onChange={setMethod}
          data={[
            { value: 'mixture', label: t('Mixture') },
            { value: 'averaged', label: t('Average of the ends') },
          ]}
        />
        {pools.some((one) => one.weighting === 'calibration') && (
          <SegmentedControl
            size="xs"
            aria-label={t('Weights')}
            value={weighting}
            onChange={setWeighting}
            data={[
              { value: 'equal', label: t('Equal weights') },
              { value: 'calibration', label: t('By calibration') },
            ]}
          />
        )}
      </Group>
      <p className={classes.source}>
        {method === 'mixture'
          ? t('The mixture takes it that one of them is right: it is as wide as they are apart.')
          : t('The average takes it that all err around one truth: it is as wide as they are on average.')}{' '}
        {pool.basis}
      </p>
      <dl className={classes.pool}>
        <div>
          <dt>{t('How often')}</dt>
          <dd>{perYearWords(t, pool.frequency)}</dd>
        </div>
        <div>
          <dt>{t('How much')}</dt>
          <dd>
            <MoneyRange lowMinor={pool.lossMinor.low} highMinor={pool.lossMinor.high} currency={currency} />
          </dd>
        </div>
      </dl>
      <div>
        <ActionButton size="xs" refusals={refusals} onClick={() => onTakeOver({ ...pool, note })}>
          {t('Take the pool over as the estimate')}
        </ActionButton>
      </div>
    </div>
  )
}

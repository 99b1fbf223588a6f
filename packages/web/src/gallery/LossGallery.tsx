import { SimpleGrid } from '@mantine/core'
import { priceExact, settled } from '@sinew/core/loss/exact/price-exact.ts'
import { lossStates } from '@sinew/core/loss/loss-state.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { inState } from '@sinew/core/loss/model/portfolio-state.ts'
import { resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { sampleCurve } from '../loss/sample-curve.ts'
import { LossCurve, type StateCurve } from '../ui/chart/LossCurve.tsx'
import { Panel } from '../ui/Panel.tsx'

const control = (id: string, share: number, assurance: number) => ({
  id,
  effect: 'frequency' as const,
  effectiveness: { type: 'constant' as const, value: share },
  assurance,
  claimed: 0.9,
})

/** Amounts in cents. */
const portfolio: Portfolio = {
  maxReduction: 0.95,
  scenarios: [
    {
      id: 'ransomware',
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.08, high: 0.6 } },
      severity: { type: 'lognormal90', low: 4e6, high: 2.2e8 },
      controls: [control('backup', 0.7, 0.4), control('malware', 0.5, 0.85)],
    },
    {
      id: 'fraud',
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.5, high: 4 } },
      severity: { type: 'lognormal90', low: 2e5, high: 6e6 },
      controls: [control('payments', 0.6, 0.9)],
    },
    {
      id: 'outage',
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.2, high: 1.5 } },
      severity: { type: 'lognormal90', low: 8e5, high: 3e7 },
      controls: [control('continuity', 0.5, 0)],
    },
  ],
}

const priced = lossStates.map((state) => ({
  state,
  curve: priceExact(resolvePortfolio(inState(portfolio, state)), settled),
}))
const curves: readonly StateCurve[] = priced.map(({ state, curve }) => ({ state, ...sampleCurve(curve) }))
const proven = curves.find((one) => one.state === 'proven')
const band = proven && {
  amounts: proven.amounts,
  low: Array.from(proven.probabilities, (one) => one * 0.72),
  high: Array.from(proven.probabilities, (one) => Math.min(1, one * 1.35)),
}
const appetite = [
  { amountMinor: 1e7, probability: 0.5 },
  { amountMinor: 3e7, probability: 0.1 },
  { amountMinor: 3e8, probability: 0.01 },
]

/** The loss exceedance curve: everything on it, and nearly nothing. */
export function LossGallery() {
  const { t } = useTranslation()
  return (
    <>
      <Panel title={t('A year in money, against the appetite')}>
        <LossCurve label={t('Sample loss curve')} currency="EUR" curves={curves} appetite={appetite} band={band} />
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Panel title={t('Proven beside what was before')}>
          <LossCurve
            label={t('Sample loss curve, changed')}
            currency="EUR"
            curves={curves.filter(({ state }) => state === 'proven' || state === 'target')}
            before={curves.find(({ state }) => state === 'inherent')}
            height={240}
          />
        </Panel>
        <Panel title={t('Small')}>
          <LossCurve
            label={t('Small sample loss curve')}
            currency="EUR"
            curves={curves.filter(({ state }) => state === 'proven' || state === 'claimed')}
            isCompact
          />
        </Panel>
      </SimpleGrid>
    </>
  )
}

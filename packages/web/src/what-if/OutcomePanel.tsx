import type { PricedWhatIf } from '@sinew/core/what-if/price-what-if.ts'
import { type WorldVerdict, worldVerdict, yearFigures } from '@sinew/core/what-if/year-figures.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sampleCurve } from '../loss/sample-curve.ts'
import { LossCurve } from '../ui/chart/LossCurve.tsx'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofShape } from '../ui/ProofShape.tsx'
import type { WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

type Props = { readonly page: WhatIfPage; readonly priced: PricedWhatIf }

/** The year of today and of the changed world: figures, what they cost, the appetite, and both curves. */
export function OutcomePanel({ page: { snapshot }, priced }: Props) {
  const { t } = useTranslation()
  const { currency, methodology } = snapshot
  const { today, changed } = priced
  const before = useMemo(() => sampleCurve(today), [today])
  const after = useMemo(() => sampleCurve(changed), [changed])
  return (
    <Panel title={t('A year, today and then')}>
      <Figures priced={priced} currency={currency} />
      <Appetite
        verdict={worldVerdict(changed, methodology.appetite)}
        before={worldVerdict(today, methodology.appetite)}
      />
      <LossCurve
        label={t('How likely a year costs more than an amount, today and in the changed world')}
        currency={currency}
        curves={[{ state: 'proven', name: t('what if'), ...after }]}
        before={before}
        appetite={methodology.appetite.points}
      />
    </Panel>
  )
}

function Figures({ priced, currency }: { readonly priced: PricedWhatIf; readonly currency: string }) {
  const { t } = useTranslation()
  const { cost, netBenefitMinor } = priced
  const before = yearFigures(priced.today)
  const after = yearFigures(priced.changed)
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  const names = {
    meanMinor: t('On average'),
    oneInTenMinor: t('1 year in 10 more than'),
    oneInTwentyMinor: t('1 year in 20 more than'),
    oneInHundredMinor: t('1 year in 100 more than'),
  }
  return (
    <dl className={classes.figures} aria-live="polite">
      {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
        <div key={name}>
          <dt>{names[name]}</dt>
          <dd>
            {Math.round(before[name]) === Math.round(after[name]) ? (
              <strong>{money(after[name])}</strong>
            ) : (
              <Delta before={Math.round(before[name])} after={Math.round(after[name])} better="lower" render={money} />
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('Costs more a year')}</dt>
        <dd>
          <strong>{money(cost.totalMinor)}</strong>
          {cost.unknownControlIds.length > 0 && (
            <small>{t('and {{count}} unknown', { count: cost.unknownControlIds.length })}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('Net benefit a year')}</dt>
        <dd>
          <strong data-tone={netBenefitMinor < 0 ? 'worse' : undefined}>
            <Money minor={netBenefitMinor} currency={currency} signed />
          </strong>
        </dd>
      </div>
    </dl>
  )
}

function Appetite({ verdict, before }: { readonly verdict: WorldVerdict; readonly before: WorldVerdict }) {
  const { t } = useTranslation()
  const words =
    verdict.within === before.within
      ? verdict.within
        ? t('Within the appetite, as today.')
        : t('Beyond the appetite, as today.')
      : verdict.within
        ? t('Within the appetite: today it is not.')
        : t('Beyond the appetite: today it is within.')
  return (
    <p className={classes.appetite} data-within={verdict.within || undefined}>
      <ProofShape kind={verdict.within ? 'proven' : 'failing'} /> {words}
    </p>
  )
}

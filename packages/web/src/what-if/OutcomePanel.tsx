import type { WorldVerdict } from '@sinew/core/what-if/year-figures.ts'
import { useMemo } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { LossCurve } from '../ui/chart/LossCurve.tsx'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofShape } from '../ui/ProofShape.tsx'
import type { Outcome } from './outcome.ts'
import type { WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

type Props = { readonly page: WhatIfPage; readonly outcome: Outcome }

/** The year of today and of the changed world: figures, what they cost, the appetite, and both curves. */
export function OutcomePanel({ page: { snapshot }, outcome }: Props) {
  const { t } = useTranslation()
  const { currency, methodology } = snapshot
  const { today, changed } = outcome
  const curves = useMemo(() => [{ state: 'proven', name: t('what if'), ...changed.points } as const], [t, changed])
  return (
    <Panel title={t('A year, today and then')}>
      <Figures outcome={outcome} currency={currency} />
      <Appetite verdict={changed.verdict} before={today.verdict} />
      <LossCurve
        label={t('How likely a year costs more than an amount, today and in the changed world')}
        currency={currency}
        curves={curves}
        before={today.points}
        appetite={methodology.appetite.points}
      />
    </Panel>
  )
}

function Figures({ outcome, currency }: { readonly outcome: Outcome; readonly currency: string }) {
  const { t } = useTranslation()
  const { cost, netBenefitMinor } = outcome
  const before = outcome.today.figures
  const after = outcome.changed.figures
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

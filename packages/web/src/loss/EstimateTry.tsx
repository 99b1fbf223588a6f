import { Select } from '@mantine/core'
import type { ChainSnapshot, Interval, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { rateInWords } from '@sinew/core/estimate/figures-in-words.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { lossLawOf } from '@sinew/core/loss/loss-law.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useMemo, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { perYearWords } from '../risk/per-year-words.ts'
import { IntervalSlider } from '../ui/form/IntervalSlider.tsx'
import classes from './loss.module.css'
import { withEstimate } from './trial.ts'
import { useDesk, useDeskView } from './use-loss-desk.ts'

type EstimatedRisk = RiskInput & { readonly frequency: Interval; readonly lossMinor: Interval }

/** What if a risk were estimated otherwise: how often, and how much, on logarithmic scales. */
export function EstimateTry({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const { t } = useTranslation()
  const risks = useMemo(() => estimatedRisks(snapshot), [snapshot])
  const [chosen, choose] = useState(risks[0]?.id ?? null)
  const others = useDeskView(({ trial }) => Object.keys(trial.estimates).filter((id) => id !== chosen).length)
  const risk = risks.find(({ id }) => id === chosen)
  if (risk === undefined) return null
  return (
    <div className={classes.estimate}>
      <Select
        size="xs"
        label={t('Estimate of a risk')}
        searchable
        allowDeselect={false}
        data={risks.map(({ id, number, title }) => ({ value: id, label: `${riskRef(number)} ${title}` }))}
        value={chosen}
        onChange={choose}
        nothingFoundMessage={t('No estimated risk of that name')}
      />
      <EstimateSliders key={risk.id} risk={risk} currency={snapshot.currency} />
      {others > 0 && <p className={classes.others}>{t('{{count}} other risks are tried too.', { count: others })}</p>}
    </div>
  )
}

function EstimateSliders({ risk, currency }: { readonly risk: EstimatedRisk; readonly currency: string }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const tried = useDeskView(({ trial }) => trial.estimates[risk.id])
  const { frequency, lossMinor, lossCapMinor } = risk
  const [often, much] = [tried?.frequency ?? frequency, tried?.lossMinor ?? lossMinor]
  const set = (change: { readonly frequency?: Interval; readonly lossMinor?: Interval }) =>
    desk.tryOut({
      estimates: withEstimate(desk.view().trial, risk, { frequency: often, lossMinor: much, lossCapMinor, ...change }),
    })
  const money = (minor: number) => formatMoneyShort(minor, currency)
  return (
    <>
      <div className={classes.end}>
        <span className={classes.leverName}>{t('How often')}</span>
        <span className={classes.leverValue}>{perYearWords(t, often)}</span>
        <IntervalSlider
          className={classes.leverSlider}
          label={t('How often')}
          value={often}
          around={frequency}
          onChange={(range) => set({ frequency: range })}
          format={rateInWords}
        />
      </div>
      <div className={classes.end}>
        <span className={classes.leverName}>{t('How much')}</span>
        <span className={classes.leverValue}>
          {money(much.low)} – {money(much.high)}
        </span>
        <IntervalSlider
          className={classes.leverSlider}
          label={t('How much')}
          value={much}
          around={lossMinor}
          onChange={({ low, high }) =>
            // Every event would cost the cap.
            set({ lossMinor: { low: lossCapMinor === null ? low : Math.min(low, lossCapMinor), high } })
          }
          format={money}
        />
      </div>
    </>
  )
}

/** Those with a usable estimate that count, the most expensive without controls first. */
function estimatedRisks({ risks }: ChainSnapshot): readonly EstimatedRisk[] {
  const meanOf = (risk: RiskInput) => {
    const law = lossLawOf(risk)
    return law === null ? 0 : law.meanRate * law.meanLoss
  }
  return risks
    .filter(
      (risk): risk is EstimatedRisk => risk.status !== 'closed' && risk.frequency !== null && risk.lossMinor !== null,
    )
    .map((risk) => ({ risk, mean: meanOf(risk) }))
    .filter(({ mean }) => mean > 0)
    .sort((a, b) => b.mean - a.mean || a.risk.number - b.risk.number)
    .map(({ risk }) => risk)
}

import { Button } from '@mantine/core'
import type { Estimate, Pool } from '@sinew/contract/estimate/estimate-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { perYearWords } from '../risk/per-year-words.ts'
import { logPosition } from '../ui/form/interval.ts'
import { MoneyRange } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import classes from './estimate.module.css'
import type { TakeOver } from './TogetherPanel.tsx'

type Props = {
  readonly risk: RiskDetail
  readonly estimates: readonly Estimate[]
  readonly pools: readonly Pool[]
  readonly onTakeOver: (figures: TakeOver) => void
}

/** Everybody's ranges on common scales, the pool solid below them. */
export function EstimatorList({ risk, estimates, pools, onTakeOver }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const mayWrite = [...useMay('risk:write'), ...editRefusals(risk.status)].length === 0
  const [pool] = pools
  const shown = [...estimates, ...(pool ? [pool] : [])]
  const frequencies = scaleOf(shown.flatMap(({ frequency }) => frequency ?? []))
  const losses = scaleOf(shown.flatMap(({ lossMinor }) => lossMinor ?? []))
  return (
    <ul className={classes.estimators} aria-label={t('Estimates')}>
      {estimates.map((estimate) => {
        const { frequency, lossMinor, personName, note } = estimate
        return (
          <li key={estimate.id}>
            <div className={classes.who}>
              <strong>{estimate.isYou ? t('{{name}} (you)', { name: personName }) : personName}</strong>{' '}
              <span className={classes.source}>
                <When at={estimate.givenAt} show="day" /> {saysOf(t, estimate)}
              </span>
              {frequency && lossMinor && mayWrite && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('Take over what {{name}} says', { name: personName })}
                  onClick={() =>
                    onTakeOver({
                      frequency,
                      lossMinor,
                      note,
                      basis: t('Estimate of {{name}} alone.', { name: personName }),
                    })
                  }
                >
                  {t('Take over')}
                </Button>
              )}
            </div>
            {frequency && lossMinor && (
              <div className={classes.lines}>
                <Line range={frequency} scale={frequencies}>
                  {perYearWords(t, frequency)}
                </Line>
                <Line range={lossMinor} scale={losses}>
                  <MoneyRange lowMinor={lossMinor.low} highMinor={lossMinor.high} currency={currency} />
                </Line>
              </div>
            )}
            {note !== '' && <p className={classes.note}>{note}</p>}
          </li>
        )
      })}
      {pool && (
        <li>
          <div className={classes.who}>
            <strong>{t('Pool')}</strong> <span className={classes.source}>{t('mixture, equal weights')}</span>
          </div>
          <div className={classes.lines}>
            <Line range={pool.frequency} scale={frequencies} isPool>
              {perYearWords(t, pool.frequency)}
            </Line>
            <Line range={pool.lossMinor} scale={losses} isPool>
              <MoneyRange lowMinor={pool.lossMinor.low} highMinor={pool.lossMinor.high} currency={currency} />
            </Line>
          </div>
        </li>
      )}
    </ul>
  )
}

/** What there is to say beside the figures: passed, given after looking, how the person does on questions. */
function saysOf(t: Translate, { status, afterSeeing, calibration, frequency }: Estimate): string {
  const parts = [
    status === 'passed' ? t('passed, and sees the others’ figures') : '',
    status === 'given' && frequency === null ? t('has given figures, hidden until you give yours') : '',
    status === 'given' && afterSeeing ? t('after seeing the others’ figures') : '',
    calibration && calibration.answered > 0
      ? t('{{hits}} of {{answered}} training ranges held the truth', calibration)
      : calibration
        ? t('no training question answered')
        : '',
  ]
  const said = parts.filter((part) => part !== '')
  return said.length === 0 ? '' : `· ${said.join(' · ')}`
}

type Scale = { readonly from: number; readonly to: number }

/** A little wider than everything on it. */
function scaleOf(ranges: readonly Interval[]): Scale {
  const from = Math.min(...ranges.map(({ low }) => low))
  const to = Math.max(...ranges.map(({ high }) => high))
  return to > from ? { from: from / 1.1, to: to * 1.1 } : { from: from / 2, to: to * 2 }
}

function Line(props: {
  readonly range: Interval
  readonly scale: Scale
  readonly isPool?: boolean
  readonly children: React.ReactNode
}) {
  const { low, high } = props.range
  const at = (value: number) => logPosition(value, props.scale.from, props.scale.to) * 100
  return (
    <div className={classes.line}>
      <span className={classes.track} aria-hidden="true" data-pool={props.isPool || undefined}>
        <span className={classes.reach} style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
        <span className={classes.middle} style={{ left: `${at(Math.sqrt(low * high))}%` }} />
      </span>
      <span>{props.children}</span>
    </div>
  )
}

import type { LossState } from '@sinew/core/loss/loss-state.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Money } from '../Money.tsx'
import classes from './loss-curve.module.css'
import { type AppetitePoint, amountAt, type CurvePoints, isBreached, probabilityAt } from './loss-curve-points.ts'
import { yearsWords } from './odds-words.ts'

export type NamedCurve = CurvePoints & { readonly state: LossState; readonly name: string }

type ReadoutProps = {
  readonly curves: readonly NamedCurve[]
  readonly before: CurvePoints | undefined
  readonly borne: CurvePoints | undefined
  readonly appetite: readonly AppetitePoint[]
  readonly level: number
  readonly currency: string
}

/** What the curves say at one level: `1 year in 10 loses more than`, each curve's amount, and the appetite's word on it. */
export function LossCurveReadout({ curves, before, borne, appetite, level, currency }: ReadoutProps) {
  const { t } = useTranslation()
  const proven = curves.find((one) => one.state === 'proven')
  const today = before === undefined ? undefined : amountAt(before, level)
  const left = borne === undefined ? undefined : amountAt(borne, level)
  const near = appetite.find((one) => Math.abs(Math.log(one.probability / level)) < 0.08)
  return (
    <div className={classes.readout} aria-hidden="true">
      <p className={classes.odds}>{t('{{years}} loses more than', { years: yearsWords(t, level) })}</p>
      <p className={classes.amounts}>
        {curves.toReversed().map((curve) => (
          <span key={curve.state} className={classes.amount} data-state={curve.state}>
            <span className={classes.sample} data-part={curve.state} />
            <span>{curve.name}</span>
            <strong>
              <Money minor={amountAt(curve, level)} currency={currency} />
            </strong>
            {curve.state === 'proven' && today !== undefined && (
              <small>
                {t('today {{amount}}', { amount: today === null ? '–' : formatMoneyShort(today, currency) })}
              </small>
            )}
            {curve.state === 'proven' && left !== undefined && (
              <small>
                {t('after insurance {{amount}}', { amount: left === null ? '–' : formatMoneyShort(left, currency) })}
              </small>
            )}
          </span>
        ))}
      </p>
      {proven !== undefined && appetite.length > 0 && (
        <AppetiteVerdict points={appetite} near={near} proven={proven} currency={currency} />
      )}
    </div>
  )
}

type VerdictProps = {
  readonly points: readonly AppetitePoint[]
  /** The point that the level is at. */
  readonly near: AppetitePoint | undefined
  readonly proven: CurvePoints
  readonly currency: string
}

function AppetiteVerdict({ points, near, proven, currency }: VerdictProps) {
  const { t } = useTranslation()
  if (near === undefined) {
    const kept = points.filter((point) => !isBreached(point, proven)).length
    return (
      <p className={classes.verdict} data-breached={kept < points.length || undefined}>
        {kept < points.length
          ? t('Above the appetite at {{breached}} of its {{all}} points.', {
              breached: points.length - kept,
              all: points.length,
            })
          : t('Within the appetite at all of its points.')}
      </p>
    )
  }
  return (
    <p className={classes.verdict} data-breached={isBreached(near, proven) || undefined}>
      {t('Appetite: {{years}} may cost more than {{amount}}. As proven: {{proven}}.', {
        years: yearsWords(t, near.probability),
        amount: formatMoneyShort(near.amountMinor, currency),
        proven: yearsWords(t, probabilityAt(proven, near.amountMinor)),
      })}
    </p>
  )
}

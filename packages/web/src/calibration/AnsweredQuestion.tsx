import type { CalibrationAnswer } from '@sinew/contract/calibration/calibration-contract.ts'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { logPosition } from '../ui/form/interval.ts'
import classes from './calibration.module.css'
import { figure } from './figure.ts'

/** The range, the truth on it or beside it, and where the truth is written. */
export function AnsweredQuestion({ answer }: { readonly answer: CalibrationAnswer }) {
  const { t } = useTranslation()
  const { text, unit, low, high, truth, source, isHit, score, scale } = answer
  if (low === null || high === null || truth === null) return <p className={classes.question}>{text}</p>
  const at = placeOn(scale, Math.min(low, truth), Math.max(high, truth))
  const value = (x: number) => [figure(x, scale), unit === 'year' ? '' : unit].filter((part) => part !== '').join(' ')
  const Icon = isHit ? IconCircleCheck : IconCircleX
  return (
    <div className={classes.answered}>
      <p className={classes.question}>{text}</p>
      <div className={classes.answerTrack} aria-hidden="true">
        <span className={classes.rateReach} style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
        <span className={classes.truth} style={{ left: `${at(truth)}%` }} data-hit={isHit} />
      </div>
      <p className={classes.verdict} data-hit={isHit}>
        <Icon size={18} aria-hidden="true" />
        <span>
          <strong>
            {isHit ? t('Held: {{truth}}.', { truth: value(truth) }) : t('Missed: {{truth}}.', { truth: value(truth) })}
          </strong>{' '}
          {t('You said {{low}} to {{high}}.', { low: figure(low, scale), high: value(high) })}{' '}
          <span className={classes.quiet}>
            {source} · {t('score {{score}}', { score: score?.toFixed(1) })}
          </span>
        </span>
      </p>
    </div>
  )
}

/** Positions in percent with some room at both ends. */
function placeOn(scale: CalibrationAnswer['scale'], least: number, most: number): (x: number) => number {
  if (scale === 'linear' || least <= 0) {
    const room = Math.max(1, (most - least) * 0.1)
    return (x) => (100 * (x - least + room)) / (most - least + 2 * room)
  }
  return (x) => 100 * logPosition(x, least / 1.2, most * 1.2)
}

import type { BackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import type { CalibrationShown } from '@sinew/contract/back-test/back-test-fields.ts'
import { fewestForecasts } from '@sinew/core/back-test/calibration.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import classes from './back-test.module.css'
import { countWords, standingOf } from './surprise-words.ts'

type Props = { readonly estimators: BackTest['estimators'] }

/** Whether the 90 % intervals of each estimator hold nine times in ten, with too few to tell said so. */
export function EstimatorsPanel({ estimators }: Props) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('Calibration of estimators')}
      hint={t(
        'Of intervals that could be missed on both sides, nine in ten should hold what happened. Fewer than {{fewest}} are too few to tell.',
        { fewest: fewestForecasts },
      )}
    >
      {estimators.length === 0 && (
        <p style={{ color: 'var(--sn-ink-3)' }}>
          {t('Nothing happened yet in watched time after an estimate was made.')}
        </p>
      )}
      <ObjectRows
        rows={estimators.map(({ assessedBy, assessedByName, intervals, events, logScore }) => ({
          id: assessedBy ?? 'catalogue',
          title: assessedBy === null ? t('The catalogue') : (assessedByName ?? t('Somebody who left')),
          note: (
            <>
              <Held calibration={intervals} />
              {events && (
                <span className={classes.line2} data-standing={standingOf(events)}>
                  {t('Events: {{words}}', { words: countWords(t, events) })}
                </span>
              )}
              {logScore !== null && (
                <span className={classes.line2} title={t('Mean log probability of what happened: higher is better')}>
                  {t('Log score {{score}}', { score: shortNumber(logScore) })}
                </span>
              )}
            </>
          ),
          detail: <Verdict verdict={intervals.verdict} />,
        }))}
      />
    </Panel>
  )
}

function Held({ calibration: { judged, hits, hitRate } }: { readonly calibration: CalibrationShown }) {
  const { t } = useTranslation()
  if (hitRate === null) return t('No interval judged yet')
  const percent = (share: number) => shortNumber(Math.round(100 * share))
  return t('{{hits}} of {{judged}} intervals held: a true rate of {{low}} to {{high}} %', {
    hits,
    judged,
    low: percent(hitRate.low),
    high: percent(hitRate.high),
  })
}

function Verdict({ verdict }: { readonly verdict: CalibrationShown['verdict'] }) {
  const { t } = useTranslation()
  const words = {
    too_few: t('too few to tell'),
    calibrated: t('as promised'),
    narrow: t('intervals too narrow'),
    wide: t('intervals too wide'),
  }
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      {words[verdict]}
    </span>
  )
}

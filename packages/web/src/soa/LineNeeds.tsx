import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { When } from '../ui/When.tsx'
import { RefChip } from './RefChip.tsx'
import classes from './soa.module.css'
import { needSentence } from './soa-words.ts'

/** What would prove the control, and the newest piece each need is judged by. */
export function LineNeeds({ line }: { readonly line: SoaLine }) {
  const { t } = useTranslation()
  if (line.needs.length === 0) return <p className={classes.missing}>{t('Nothing is named that would prove it.')}</p>
  return (
    <ul className={classes.needs}>
      {line.needs.map(({ id, title, cadenceDays, reason, freshness, proof, validUntil, newest }) => (
        <li key={id}>
          <FreshnessDot state={freshness} />
          <span>
            <span className={classes.needTitle}>{title}</span>{' '}
            <span className={classes.quiet}>{t('every {{count}} days', { count: cadenceDays })}</span>
            <br />
            <span data-proof={proof} className={classes.needState}>
              {t(needSentence[reason])}
            </span>
            {newest && (
              <>
                {' · '}
                <RefChip entity="evidence" refName={evidenceRef(newest.number)} title={newest.title} />{' '}
                <When at={newest.collectedAt} show="day" />
                {validUntil && (
                  <>
                    {', '}
                    <span className={classes.quiet}>
                      {t('until')} <When at={validUntil} show="day" />
                    </span>
                  </>
                )}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

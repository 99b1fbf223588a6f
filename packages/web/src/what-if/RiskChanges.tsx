import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { Outcome } from './outcome.ts'
import type { WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

const shown = 10

/** Which risks change most, on average. */
export function RiskChanges({ page: { snapshot }, outcome }: { readonly page: WhatIfPage; readonly outcome: Outcome }) {
  const { t } = useTranslation()
  const byId = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  return (
    <Panel title={t('Which risks change most')} hint={t('Expected loss of a year.')}>
      {outcome.risks.length === 0 && <p className={classes.quiet}>{t('None: this is today.')}</p>}
      <ul className={classes.rows}>
        {outcome.risks.slice(0, shown).map(({ riskId, todayMinor, changedMinor }) => {
          const risk = byId.get(riskId)
          return (
            risk && (
              <li key={riskId}>
                <span className={classes.name}>
                  <PageLink to={paths.risk} params={{ number: risk.number }} inherit>
                    {riskRef(risk.number)} {risk.title}
                  </PageLink>
                </span>
                <Delta
                  before={Math.round(todayMinor)}
                  after={Math.round(changedMinor)}
                  better="lower"
                  render={(minor) => <Money minor={minor} currency={snapshot.currency} />}
                />
              </li>
            )
          )
        })}
      </ul>
      {outcome.risks.length > shown && (
        <p className={classes.quiet}>{t('and {{count}} more', { count: outcome.risks.length - shown })}</p>
      )}
    </Panel>
  )
}

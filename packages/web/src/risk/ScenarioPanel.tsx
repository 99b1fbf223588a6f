import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './risk.module.css'

/** What the risk says: source, event, consequence, what it touches and who answers for it. */
export function ScenarioPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('Scenario')}>
      <Facts
        facts={{
          [t('Owner')]: risk.ownerName ? (
            <>
              {risk.ownerName}
              {!risk.ownerActive && <span className={classes.warn}> {t('has left')}</span>}
            </>
          ) : (
            <span className={classes.warn}>{t('Nobody yet: a risk needs a person with authority over it.')}</span>
          ),
          [t('Who or what')]: risk.source,
          [t('Does what')]: risk.event,
          [t('With what consequence')]: risk.consequence,
          [t('Affects')]: risk.properties.map((property) => t(property)).join(', '),
          [t('Category')]: risk.category,
          [t('Assets')]: risk.assets.length > 0 && <Assets risk={risk} />,
          [t('Review')]: risk.reviewDueAt && <Review risk={risk} />,
        }}
      />
    </Panel>
  )
}

function Assets({ risk }: { readonly risk: RiskDetail }) {
  return (
    <ul className={classes.plainList}>
      {risk.assets.map(({ id, number, title }) => (
        <li key={id}>
          <PageLink to={paths.asset} params={{ number }} inherit>
            {assetRef(number)} {title}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}

function Review({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  return (
    <>
      <When at={risk.reviewDueAt} show="both" />
      {risk.reviewOverdue && <span className={classes.warn}> {t('overdue')}</span>}
    </>
  )
}

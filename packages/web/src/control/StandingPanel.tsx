import type { Control } from '@sinew/contract/control/control-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Why } from '../ui/explanation/Why.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { AssuranceBar, percentText } from './AssuranceBar.tsx'
import classes from './control.module.css'
import { explanationQuery } from './control-queries.ts'

/** How much of the control is proven, why, and what the rest costs. */
export function StandingPanel({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { data: explanation } = useQuery(explanationQuery(useOrganizationApi(), control.id))
  const { assurance, claimedShare, gapMinor, nextDueAt, ref } = control
  return (
    <Panel title={t('How much is proven')}>
      <div className={classes.standing}>
        <span className={classes.figure}>
          <Why explanation={explanation} currency={currency}>
            {percentText(assurance)}
          </Why>
        </span>
        <span className={classes.quiet}>
          {t('proven of {{share}} said to be in place', { share: percentText(claimedShare) })}
        </span>
      </div>
      <div className={classes.wholeBar}>
        <AssuranceBar {...control} size="lg" isBare />
      </div>
      <Facts
        facts={{
          [t('Assurance gap')]: gapMinor > 0 && <Money minor={gapMinor} currency={currency} perYear />,
          [t('Next due')]: nextDueAt !== null && <When at={nextDueAt} show="both" />,
          [t('Applicability')]: (
            <PageLink to={paths.soa} search={{ q: ref }}>
              {control.applicable
                ? t('Line {{ref}} of the SoA', { ref })
                : t('Excluded: line {{ref}} of the SoA', { ref })}
            </PageLink>
          ),
          [t('Why excluded')]: !control.applicable && control.exclusionJustification,
        }}
      />
    </Panel>
  )
}

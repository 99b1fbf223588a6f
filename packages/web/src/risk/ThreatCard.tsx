import { Checkbox } from '@mantine/core'
import type { ThreatSuggestion } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyRange } from '../ui/Money.tsx'
import { perYearWords } from './per-year-words.ts'
import classes from './risk.module.css'

type Props = { readonly threat: ThreatSuggestion; readonly isPicked: boolean; readonly onToggle: () => void }

/** A scenario with what it would start from; reason and sources are one click away. */
export function ThreatCard({ threat, isPicked, onToggle }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { estimate } = threat
  return (
    <li className={classes.threat} data-picked={isPicked || undefined}>
      <Checkbox
        checked={isPicked}
        onChange={onToggle}
        label={<strong>{threat.title}</strong>}
        description={threat.description}
      />
      <div className={classes.threatSide}>
        <span className={classes.relevance} data-relevance={threat.relevance}>
          <span aria-hidden="true">{'●'.repeat(threat.relevance) + '○'.repeat(3 - threat.relevance)}</span>{' '}
          {t(threat.relevanceLabel)}
        </span>
        <span className={classes.quiet}>
          {estimate ? (
            <>
              {perYearWords(t, estimate.frequency)}
              {' · '}
              <MoneyRange lowMinor={estimate.lossMinor.low} highMinor={estimate.lossMinor.high} currency={currency} />
            </>
          ) : (
            t('no figures for this one')
          )}
        </span>
        {threat.risks.map(({ id, number }) => (
          <PageLink key={id} to={paths.risk} params={{ number }} className={classes.quiet}>
            {t('{{ref}} covers it', { ref: riskRef(number) })}
          </PageLink>
        ))}
      </div>
      <details className={classes.why}>
        <summary>{t('Why it is proposed, and where the figures come from')}</summary>
        <p>{threat.reason}</p>
        <p>
          {t('Sources:')} {threat.sources.join('; ')}
        </p>
        {estimate && <p>{estimate.basis}</p>}
        <p>
          {t('Controls against it:')} {threat.controls.map(({ ref, title }) => `${ref} ${title}`).join(', ')}
        </p>
      </details>
    </li>
  )
}

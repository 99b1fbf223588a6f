import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { When } from '../ui/When.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import classes from './soa.module.css'

type Props = { readonly version: SoaVersion; readonly approvedNumber: number | null }

/** A proposal that waits, on top of the statement. */
export function ProposalPanel({ version, approvedNumber }: Props) {
  const { t } = useTranslation()
  return (
    <section
      className={classes.proposal}
      aria-label={t('Version {{number}} waits for approval', { number: version.number })}
    >
      <h2>{t('Version {{number}} waits for approval', { number: version.number })}</h2>
      <p className={classes.quiet}>
        {t('Proposed by {{name}}', { name: version.proposedByName })} <When at={version.proposedAt} />
        {' · '}
        <PageLink to={paths.soaVersion} params={{ number: version.number }} inherit underline="always">
          {t('What it pins')}
        </PageLink>
        {approvedNumber !== null && (
          <>
            {' · '}
            <PageLink
              to={paths.soaVersions}
              search={{ from: approvedNumber, to: version.number }}
              inherit
              underline="always"
            >
              {t('Compared with version {{number}}', { number: approvedNumber })}
            </PageLink>
          </>
        )}
      </p>
      {version.note && <p className={classes.words}>{version.note}</p>}
      <DecisionForm version={version} />
    </section>
  )
}

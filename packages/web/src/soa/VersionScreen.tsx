import { exportSoaVersion } from '@sinew/contract/soa/soa-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { CommentThread } from '../comment/CommentThread.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectHistory } from '../ledger/ObjectHistory.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { PinnedLines } from './PinnedLines.tsx'
import classes from './soa.module.css'
import { versionQuery } from './soa-queries.ts'
import { VersionChip } from './VersionChip.tsx'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionSeal } from './VersionSeal.tsx'

const route = getRouteApi('/o/$slug/soa/versions/$number')

/** One version: what it pins, who decided what on it, and whether it is still what was proposed. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { soaVersionId } = route.useLoaderData()
  const { data: version } = useSuspenseQuery(versionQuery(api, soaVersionId))
  const { previous } = version.content
  return (
    <>
      <PageHeader
        noun="soa"
        trail={[
          <PageLink key="soa" to={paths.soa}>
            {t('Statement of Applicability')}
          </PageLink>,
          <PageLink key="versions" to={paths.soaVersions}>
            {t('Versions')}
          </PageLink>,
        ]}
        title={t('Version {{number}}', { number: version.number })}
        chips={<VersionChip status={version.status} />}
        sentence={<VersionSeal soaVersionId={version.id} />}
        actions={
          <>
            {previous !== null && (
              <PageLink to={paths.soaVersions} search={{ from: previous.version, to: version.number }}>
                {t('Compare with version {{number}}', { number: previous.version })}
              </PageLink>
            )}
            <ExportMenu
              label={t('Export')}
              hint={t('Version {{number}}', { number: version.number })}
              url={(format) => api.url(exportSoaVersion, { params: { soaVersionId: version.id }, query: { format } })}
            />
          </>
        }
      />
      <div className={classes.grid}>
        <Panel title={t('What it is')}>
          <VersionFacts version={version} />
        </Panel>
        <Panel title={version.status === 'proposed' ? t('Decide') : t('Decision')}>
          {version.status === 'proposed' ? (
            <DecisionForm version={version} />
          ) : (
            <p className={classes.words}>{version.decisionNote || t('Decided without a note.')}</p>
          )}
        </Panel>
      </div>
      <PinnedLines lines={version.content.lines} />
      <div className={classes.grid} style={{ marginTop: 16 }}>
        <ObjectHistory entity="soa_version" entityId={version.id} />
        <CommentThread entity="soa_version" entityId={version.id} />
      </div>
    </>
  )
}

import { Select } from '@mantine/core'
import { exportSoaVersion } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import { DiffTable } from './DiffTable.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import classes from './soa.module.css'
import { compareQuery, versionsQuery } from './soa-queries.ts'
import type { CompareSearch } from './soa-search.ts'
import { VersionChip } from './VersionChip.tsx'

const route = getRouteApi('/o/$slug/soa/versions')

/** Every version of the statement, and any two of them side by side. */
export function Screen() {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery(versionsQuery(useOrganizationApi())).data
  const inForce = items.find((version) => version.status === 'approved')
  return (
    <>
      <PageHeader
        noun="soa"
        trail={[
          <PageLink key="soa" to={paths.soa}>
            {t('Statement of Applicability')}
          </PageLink>,
        ]}
        title={t('Versions')}
        sentence={
          inForce
            ? t('Version {{number}} is in force. A version never changes; each names the one before it by its hash.', {
                number: inForce.number,
              })
            : t('No version is approved yet.')
        }
      />
      {items.length === 0 && (
        <EmptyState noun="soa" title={t('No version yet')}>
          {t(
            'A version pins what the statement says on a day, for approval. The first is proposed on the statement’s page.',
          )}
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <Panel flush>
            <ul className={classes.versions}>
              {items.map((version) => (
                <VersionRow key={version.id} version={version} />
              ))}
            </ul>
          </Panel>
          <div style={{ height: 16 }} />
          <Compare versions={items} />
        </>
      )}
    </>
  )
}

function VersionRow({ version }: { readonly version: SoaVersion }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  return (
    <li className={classes.version}>
      <PageLink to={paths.soaVersion} params={{ number: version.number }} fw={600}>
        {t('Version {{number}}', { number: version.number })}
      </PageLink>
      <VersionChip status={version.status} />
      <span>
        {version.decidedAt && version.decidedByName ? (
          <>
            {version.decidedByName}, <When at={version.decidedAt} show="day" />
            {version.approvedAlone && <span className={classes.quiet}> ({t('also proposed it')})</span>}
          </>
        ) : (
          <>
            {t('Proposed by {{name}}', { name: version.proposedByName })}, <When at={version.proposedAt} show="day" />
          </>
        )}{' '}
        <span className={classes.quiet}>
          {t('{{count}} lines, {{excluded}} left out', { count: version.lineCount, excluded: version.excludedCount })} ·{' '}
          <span className={classes.hash} title={version.hash}>
            {version.hash.slice(0, 12)}
          </span>
        </span>
      </span>
      <ExportMenu
        size="xs"
        label={t('Export')}
        hint={t('Version {{number}}', { number: version.number })}
        url={(format) => api.url(exportSoaVersion, { params: { soaVersionId: version.id }, query: { format } })}
      />
    </li>
  )
}

function Compare({ versions }: { readonly versions: readonly SoaVersion[] }) {
  const { t } = useTranslation()
  const { from, to }: CompareSearch = route.useSearch()
  const navigate = route.useNavigate()
  const api = useOrganizationApi()
  const numbers = versions.map(({ number }) => ({ value: String(number), label: t('Version {{number}}', { number }) }))
  const live = { value: 'live', label: t('As it is now') }
  const choose = (change: CompareSearch) =>
    void navigate({ search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const { data, error } = useQuery({ ...compareQuery(api, from ?? 0, to ?? 'live'), enabled: from !== undefined })
  const nameOf = (number: number | undefined) =>
    number === undefined ? live.label : t('Version {{number}}', { number })
  return (
    <Panel title={t('Compare')}>
      <div className={classes.compare}>
        <Select
          label={t('From')}
          placeholder={t('Choose a version')}
          data={numbers}
          value={from === undefined ? null : String(from)}
          onChange={(value) => choose({ from: value === null ? undefined : Number(value) })}
        />
        <Select
          label={t('To')}
          allowDeselect={false}
          data={[live, ...numbers]}
          value={to === undefined ? 'live' : String(to)}
          onChange={(value) => choose({ to: value === null || value === 'live' ? undefined : Number(value) })}
        />
      </div>
      {error && <ProblemPanel problem={problemOf(error)} />}
      {data && <DiffTable diff={data} before={nameOf(from)} after={nameOf(to)} />}
    </Panel>
  )
}

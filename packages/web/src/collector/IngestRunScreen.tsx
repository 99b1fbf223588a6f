import { Anchor, Stack } from '@mantine/core'
import { downloadFile } from '@sinew/contract/file/file-contract.ts'
import type { IngestRun } from '@sinew/contract/ingest/ingest-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import classes from './collector.module.css'
import { collectorsQuery, ingestRunQuery } from './collector-queries.ts'

const route = getRouteApi('/o/$slug/collectors/reports/$ingestRunId')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { ingestRunId } = route.useParams()
  const run = useSuspenseQuery(ingestRunQuery(api, ingestRunId)).data
  const collector = useSuspenseQuery(collectorsQuery(api)).data.items.find(({ id }) => id === run.collectorId)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="collectors" to={paths.collectors}>
            {t('Collectors')}
          </PageLink>,
          ...(collector
            ? [
                <PageLink key="one" to={paths.collector} params={{ number: collector.number }}>
                  {collector.name}
                </PageLink>,
              ]
            : []),
        ]}
        noun="collector"
        title={t('A report of {{name}}', { name: run.collectorName })}
        sentence={
          <StatusSentence tone={run.outdated ? 'calm' : run.counts.fail > 0 ? 'watch' : 'good'}>
            {run.outdated
              ? t('A newer report had come before: this one is kept for the record and decides nothing.')
              : t('{{count}} controls got a dated k of n.', { count: run.controls.length })}
          </StatusSentence>
        }
      />
      <Stack gap="lg">
        <ReportFacts run={run} />
        <MappedControls run={run} />
        <Checks title={t('Checks that speak to no control')} checks={run.unmappedChecks} />
        <Checks title={t('Checks left to a person')} checks={run.manualChecks} />
        {run.missing.length > 0 && (
          <Panel
            title={t('Not seen any more')}
            hint={t('Reported before and not in this report: they count as not passing. Retire them on the collector.')}
          >
            <ul className={classes.checks}>
              {run.missing.map(({ ref, checkId, subjectUid }) => (
                <li key={`${ref} ${checkId} ${subjectUid}`}>{`${ref} · ${checkId} · ${subjectUid}`}</li>
              ))}
            </ul>
          </Panel>
        )}
      </Stack>
    </>
  )
}

function ReportFacts({ run }: { readonly run: IngestRun }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { counts, file } = run
  const figures = {
    [t('Records')]: counts.records,
    [t('Passed')]: counts.pass,
    [t('Failed')]: counts.fail,
    [t('Left to a person')]: counts.manual,
    [t('Errors')]: counts.error,
    [t('Not applicable')]: counts.not_applicable,
    [t('Muted in the tool')]: counts.suppressed,
    [t('Not seen any more')]: counts.missing,
    [t('Unmapped')]: counts.unmapped,
  }
  return (
    <Panel title={t('What it holds')}>
      <Stack gap="md">
        <dl className={classes.figures}>
          {Object.entries(figures)
            .filter(([, count]) => count > 0)
            .map(([label, count]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{count}</dd>
              </div>
            ))}
        </dl>
        <Facts
          facts={{
            [t('Observed')]: (
              <>
                <When at={run.observedFrom} show="day" /> – <When at={run.observedTo} show="both" />
              </>
            ),
            [t('Received')]: <When at={run.receivedAt} show="both" />,
            [t('Tool')]: `${run.tool} ${run.toolVersion}`,
            [t('File')]: (
              <Anchor href={api.url(downloadFile, { params: { fileId: file.id } })} download>
                {file.name}
              </Anchor>
            ),
            [t('SHA-256')]: <span className={classes.subject}>{run.sha256}</span>,
            [t('Unknown references')]: run.unknownRefs.join(', '),
          }}
        />
      </Stack>
    </Panel>
  )
}

function MappedControls({ run }: { readonly run: IngestRun }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('What it proves')} hint={t('Of all checks on all resources ever seen, so many passed.')}>
      {run.controls.length === 0 && (
        <EmptyState noun="control" title={t('It speaks to no control')}>
          {t('None of its checks is mapped to Annex A, by the report itself or by the shipped table.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={run.controls.map((control) => ({
          id: control.controlId,
          reference: control.ref,
          title: (
            <PageLink to={paths.control} params={{ controlRef: control.ref }}>
              {control.title}
            </PageLink>
          ),
          note: (
            <PageLink to={paths.evidencePiece} params={{ number: control.evidenceNumber }} inherit>
              {evidenceRef(control.evidenceNumber)}
            </PageLink>
          ),
          detail: (
            <ProofChip
              kind={control.passed === control.expected ? 'proven' : 'failing'}
              text={t('{{passed}} of {{expected}}', { passed: control.passed, expected: control.expected })}
            />
          ),
        }))}
      />
    </Panel>
  )
}

function Checks({ title, checks }: { readonly title: string; readonly checks: IngestRun['unmappedChecks'] }) {
  if (checks.length === 0) return null
  return (
    <Panel title={title}>
      <ul className={classes.checks}>
        {checks.map(({ checkId, title: words, records }) => (
          <li key={checkId}>{`${checkId} (${records}): ${words}`}</li>
        ))}
      </ul>
    </Panel>
  )
}

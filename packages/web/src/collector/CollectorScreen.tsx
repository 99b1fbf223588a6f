import { SimpleGrid } from '@mantine/core'
import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import { collectorRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { MovementList } from '../movement/MovementList.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { later } from '../ui/later.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { CollectorStateChip } from './CollectorStateChip.tsx'
import { CollectorSwitch } from './CollectorSwitch.tsx'
import { collectorQuery, runsQuery } from './collector-queries.ts'
import { MissingSubjects } from './MissingSubjects.tsx'
import { PushReportPanel } from './PushReportPanel.tsx'

const EditCollector = later(async () => (await import('./EditCollector.tsx')).EditCollector)

const route = getRouteApi('/o/$slug/collectors/$number')
const tones = { reporting: 'good', overdue: 'watch', silent: 'bad', disabled: 'calm' } as const

export function Screen() {
  const { collectorId } = route.useLoaderData()
  return <CollectorPage key={collectorId} collectorId={collectorId} />
}

function CollectorPage({ collectorId }: { readonly collectorId: string }) {
  const { t } = useTranslation()
  const collector = useSuspenseQuery(collectorQuery(useOrganizationApi(), collectorId)).data
  const may = useMay('collector:manage')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="collectors" to={paths.collectors}>
            {t('Collectors')}
          </PageLink>,
        ]}
        noun="collector"
        reference={collectorRef(collector.number)}
        title={collector.name}
        chips={<CollectorStateChip {...collector} />}
        sentence={<StatusSentence tone={tones[collector.state]}>{collector.sentence}</StatusSentence>}
        actions={<CollectorSwitch collector={collector} />}
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Panel title={t('What it is')}>
            <Facts
              facts={{
                [t('Tool')]: collector.tool,
                [t('Account or system')]: collector.scope,
                [t('Owner')]: collector.ownerName ?? t('Nobody yet'),
                [t('Rhythm')]: t('every {{count}} days', { count: collector.cadenceDays }),
                [t('Last report')]: collector.lastReportAt && <When at={collector.lastReportAt} show="both" />,
                [t('Next due')]: collector.dueAt && <When at={collector.dueAt} show="both" />,
                [t('Controls')]: (
                  <PageLink to={paths.evidence} search={{ collectorId }}>
                    {t('{{count}} controls answered', { count: collector.controlCount })}
                  </PageLink>
                ),
                [t('Why switched off')]: collector.disabledReason,
              }}
            />
          </Panel>
          <Runs collector={collector} />
        </SimpleGrid>
        <MissingSubjects collectorId={collectorId} />
        <PushReportPanel collectorId={collectorId} />
        <MovementList entity="collector" entityId={collectorId} />
        <CommentsAndHistory entity="collector" entityId={collectorId} />
      </PageSections>
      {isEditing && <EditCollector collector={collector} onClose={() => edit(false)} />}
    </>
  )
}

function Runs({ collector }: { readonly collector: Collector }) {
  const { t } = useTranslation()
  const { items, total } = useSuspenseQuery(runsQuery(useOrganizationApi(), collector.id)).data
  return (
    <Panel title={t('Reports')} hint={total > items.length && t('The newest {{total}}.', { total: items.length })}>
      {items.length === 0 && (
        <EmptyState noun="collector" title={t('It has never reported')}>
          {t('Push a report below; it is expected in its rhythm from then on.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={items.map((run) => ({
          id: run.id,
          title: (
            <PageLink to={paths.ingestRun} params={{ ingestRunId: run.id }}>
              <When at={run.observedTo} show="both" />
            </PageLink>
          ),
          note: run.outdated ? t('older than another report: decides nothing') : `${run.tool} ${run.toolVersion}`,
          detail: t('{{pass}} passed, {{fail}} failed', { pass: run.counts.pass, fail: run.counts.fail }),
        }))}
      />
    </Panel>
  )
}

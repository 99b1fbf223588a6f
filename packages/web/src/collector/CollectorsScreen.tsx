import { Stack } from '@mantine/core'
import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import { collectorRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { CollectorStateChip } from './CollectorStateChip.tsx'
import { collectorsQuery } from './collector-queries.ts'
import { PushReportPanel } from './PushReportPanel.tsx'

const RegisterCollector = later(async () => (await import('./RegisterCollector.tsx')).RegisterCollector)

export function Screen() {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('collector:manage')
  const [isAdding, add] = useState(false)
  const { items } = useSuspenseQuery(collectorsQuery(useOrganizationApi())).data
  const silent = items.filter(({ state }) => state === 'silent').length
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="evidence" to={paths.evidence}>
            {t('Evidence')}
          </PageLink>,
        ]}
        noun="collector"
        title={t('Collectors')}
        sentence={
          items.length === 0 ? (
            t('Programs that look for you and report: proof that nobody has to remember.')
          ) : (
            <StatusSentence tone={silent > 0 ? 'bad' : 'good'}>
              {silent > 0
                ? t('{{count}} collectors are silent: what they proved is fading.', { count: silent })
                : t('No collector is silent.')}
            </StatusSentence>
          )
        }
        actions={
          <ActionButton variant="default" refusals={may} onClick={() => add(true)}>
            {t('Register a collector')}
          </ActionButton>
        }
      />
      <Stack gap="lg">
        {items.length > 0 && (
          <DataList<Collector>
            label={t('Collectors')}
            storageKey="collectors"
            columns={columns(t)}
            data={{ items, total: items.length, page: 1, pageSize: Math.max(1, items.length) }}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            state={{}}
            defaultSort=""
            onState={() => undefined}
            onOpen={({ number }) => go(paths.collector, { number })}
            empty={null}
          />
        )}
        {items.length === 0 && (
          <EmptyState noun="collector" title={t('No collector yet')}>
            {t('Push the report of a scanner. The first report of an account registers its collector by itself.')}
          </EmptyState>
        )}
        <PushReportPanel />
      </Stack>
      {isAdding && <RegisterCollector onClose={() => add(false)} />}
    </>
  )
}

function columns(t: (key: string) => string): readonly ListColumn<Collector>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      width: 80,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{collectorRef(number)}</span>,
    },
    {
      key: 'name',
      title: t('Collector'),
      fixed: true,
      card: 'title',
      render: ({ number, name }) => (
        <PageLink to={paths.collector} params={{ number }} c="var(--sn-ink)" fw={550}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'state',
      title: t('State'),
      width: 140,
      card: 'corner',
      render: (collector) => <CollectorStateChip {...collector} />,
    },
    { key: 'owner', title: t('Owner'), width: 160, ellipsis: true, render: ({ ownerName }) => ownerName ?? '–' },
    { key: 'last', title: t('Last report'), width: 140, render: ({ lastReportAt }) => <When at={lastReportAt} /> },
    {
      key: 'cadence',
      title: t('Rhythm in days'),
      width: 130,
      align: 'right',
      render: ({ cadenceDays }) => cadenceDays,
    },
    { key: 'controls', title: t('Controls'), width: 100, align: 'right', render: ({ controlCount }) => controlCount },
    { key: 'missing', title: t('Not seen'), width: 100, align: 'right', render: ({ missingCount }) => missingCount },
  ]
}

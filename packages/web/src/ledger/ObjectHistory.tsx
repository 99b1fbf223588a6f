import { Skeleton, Stack } from '@mantine/core'
import { listHistory, type Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { ledgeredEntities, type ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { apiClient } from '../api/api-client.ts'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAsOf } from '../layout/use-as-of.ts'
import { type HistoryEntry, HistoryPanel } from '../ui/history/HistoryPanel.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { shownChanges } from './ShownChanges.tsx'

export type ObjectHistoryProps = { readonly entity: ObjectEntity; readonly entityId: string }

/** What happened to an object and what belongs to it, from the ledger. Stands on every object's page. */
export function ObjectHistory({ entity, entityId }: ObjectHistoryProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { show } = useAsOf()
  const history = useHistory(entity, entityId)
  const revisions = history.data?.pages.flatMap(({ items }) => items) ?? []
  const entries = revisions
    .map((revision) => toEntry(revision, entityId, currency, t))
    // What only the product keeps for itself says nothing to people.
    .filter(({ operation, changes, reason }) => operation !== 'update' || changes.length > 0 || reason !== '')
  return (
    <Panel title={t('History')} hint={t('Every change, from the ledger.')}>
      {history.error && <ProblemPanel problem={problemOf(history.error)} onRetry={() => void history.refetch()} />}
      {history.isPending && (
        <Stack gap={8}>
          <Skeleton height={16} width="70%" />
          <Skeleton height={16} width="50%" />
          <Skeleton height={16} width="60%" />
        </Stack>
      )}
      {history.data && (
        <HistoryPanel
          entries={entries}
          onShowAsOf={(at) => show(justAfter(at))}
          isLoadingMore={history.isFetchingNextPage}
          onMore={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
        />
      )}
    </Panel>
  )
}

/** The database keeps microseconds and the address milliseconds: one later shows the change itself. */
const justAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

function useHistory(entity: ObjectEntity, entityId: string) {
  const { organizationId, asOf } = useOrganizationApi()
  const params = { organizationId, entity, entityId }
  return useInfiniteQuery({
    queryKey: [listHistory.id, params, { asOf }],
    queryFn: ({ pageParam, signal }) =>
      apiClient.call(listHistory, {
        params,
        query: { page: pageParam, pageSize: 10, ...(asOf === null ? {} : { asOf }) },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageSize, total }) => (page * pageSize < total ? page + 1 : undefined),
  })
}

function toEntry(
  revision: Revision,
  entityId: string,
  currency: string,
  t: (sentence: string) => string,
): HistoryEntry {
  const label = t(ledgeredEntities[revision.entity].label)
  return {
    id: String(revision.seq),
    at: revision.at,
    operation: revision.operation,
    actorName: revision.actor.name,
    actorKind: revision.actor.kind,
    reason: revision.reason,
    subject:
      revision.entityId === entityId ? undefined : (
        <>
          {label}: <RefText>{[revision.ref, revision.title].filter(Boolean).join(' ')}</RefText>
        </>
      ),
    changes: shownChanges(revision, currency),
  }
}

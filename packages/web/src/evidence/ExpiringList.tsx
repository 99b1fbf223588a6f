import type { ExpiringNeed } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { When } from '../ui/When.tsx'
import { expiringQuery } from './evidence-queries.ts'
import type { EvidenceSearch } from './evidence-search.ts'

type Props = { readonly search: EvidenceSearch; readonly onState: (patch: object) => void }

/** Needs whose proof ran out or runs out soon, the first to go first. */
export function ExpiringList({ search, onState }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const { data } = useSuspenseQuery(expiringQuery(useOrganizationApi(), search))
  return (
    <DataList<ExpiringNeed>
      label={t('Expiring')}
      storageKey="expiring"
      columns={columns(t)}
      data={data}
      rowId={({ needId }) => needId}
      rowName={({ controlRef, title }) => `${controlRef} ${title}`}
      state={{ page: search.page, pageSize: search.pageSize }}
      defaultSort="validUntil"
      onState={onState}
      onOpen={({ controlRef, needId }) => go(paths.newEvidence, {}, { control: controlRef, need: needId })}
      empty={
        <EmptyState noun="evidence" title={t('Nothing runs out soon')}>
          {t('Everything that proves something today still will in three months.')}
        </EmptyState>
      }
    />
  )
}

function columns(t: (key: string) => string): readonly ListColumn<ExpiringNeed>[] {
  return [
    {
      key: 'control',
      title: t('Control'),
      width: 90,
      fixed: true,
      card: 'reference',
      render: ({ controlRef }) => (
        <PageLink to={paths.control} params={{ controlRef }}>
          {controlRef}
        </PageLink>
      ),
    },
    {
      key: 'title',
      title: t('What has to be new'),
      fixed: true,
      card: 'title',
      render: ({ controlRef, needId, title }) => (
        <PageLink to={paths.newEvidence} search={{ control: controlRef, need: needId }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    { key: 'owner', title: t('Owner'), width: 160, ellipsis: true, render: ({ ownerName }) => ownerName ?? '–' },
    {
      key: 'newest',
      title: t('Rests on'),
      width: 90,
      render: ({ evidence }) => (
        <PageLink to={paths.evidencePiece} params={{ number: evidence.number }} title={evidence.title}>
          {evidenceRef(evidence.number)}
        </PageLink>
      ),
    },
    {
      key: 'freshness',
      title: t('Freshness'),
      width: 120,
      card: 'corner',
      render: ({ freshness }) => <FreshnessDot state={freshness} withText />,
    },
    {
      key: 'validUntil',
      title: t('Counts until'),
      width: 230,
      render: ({ validUntil }) => <When at={validUntil} show="both" />,
    },
  ]
}

import { type EvidenceListItem, exportEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { evidenceColumns } from './evidence-columns.tsx'
import { evidenceListQuery } from './evidence-queries.ts'
import type { EvidenceSearch } from './evidence-search.ts'
import { freshnessWords, provenanceWords, resultWords, reviewWords, stateWords } from './evidence-words.ts'

const route = getRouteApi('/o/$slug/evidence')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const { asOf: _asOf, ...search }: EvidenceSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const query = evidenceListQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { page: _page, pageSize: _pageSize, show, ...filtered } = search
  return (
    <>
      <PageHeader
        noun="evidence"
        title={t('Evidence')}
        sentence={t('{{count}} dated pieces.', { count: data.total })}
      />
      <DataList<EvidenceListItem>
        label={t('Evidence')}
        storageKey="evidence"
        columns={evidenceColumns(t)}
        data={data}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${evidenceRef(number)} ${title}`}
        state={search}
        defaultSort="-collectedAt"
        onState={patch}
        onOpen={({ number }) => go(paths.evidencePiece, { number })}
        filters={<Filters search={search} onChange={patch} />}
        savedViews={useSavedViews('evidence', search, patch)}
        exportUrl={(format) =>
          api.url(exportEvidence, {
            query: { ...(show === 'inbox' ? { inbox: true } : {}), ...(filtered as object), format },
          })
        }
        isFetching={isFetching}
        empty={
          <EmptyState noun="evidence" title={t('No evidence here')}>
            {t('A dated file, link or note that shows a control works. Without it everything is only claimed.')}
          </EmptyState>
        }
      />
    </>
  )
}

function Filters({ search, onChange }: { readonly search: EvidenceSearch; readonly onChange: (p: object) => void }) {
  const { t } = useTranslation()
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <FilterBar
      searchLabel={t('Search evidence')}
      values={search}
      onChange={onChange}
      filters={[
        { key: 'freshness', label: t('Freshness'), kind: 'some', options: options(freshnessWords) },
        { key: 'result', label: t('Result'), kind: 'some', options: options(resultWords) },
        { key: 'provenance', label: t('Provenance'), kind: 'some', options: options(provenanceWords) },
        { key: 'state', label: t('State'), kind: 'some', options: options(stateWords) },
        { key: 'review', label: t('Review'), kind: 'some', options: options(reviewWords) },
      ]}
    />
  )
}

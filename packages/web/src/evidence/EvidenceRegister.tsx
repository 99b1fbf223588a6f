import { type EvidenceListItem, exportEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { evidenceColumns } from './EvidenceColumns.tsx'
import { evidenceListQuery } from './evidence-queries.ts'
import type { EvidenceSearch } from './evidence-search.ts'
import { freshnessWords, provenanceWords, resultWords, reviewWords, stateWords } from './evidence-words.ts'

type Props = { readonly search: EvidenceSearch; readonly onState: (patch: object) => void }

/** Every piece, or those that wait for a review. */
export function EvidenceRegister({ search, onState }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const query = evidenceListQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { page: _page, pageSize: _pageSize, show, ...filtered } = search
  const isFiltered = Object.entries(filtered).some(([key, value]) => key !== 'sort' && value !== undefined)
  return (
    <DataList<EvidenceListItem>
      label={t('Evidence')}
      storageKey="evidence"
      columns={evidenceColumns(t)}
      data={data}
      rowId={({ id }) => id}
      rowName={({ number, title }) => `${evidenceRef(number)} ${title}`}
      state={search}
      defaultSort="-collectedAt"
      onState={onState}
      onOpen={({ number }) => go(paths.evidencePiece, { number })}
      filters={<Filters search={search} onChange={onState} />}
      savedViews={useSavedViews('evidence', search, onState)}
      exportUrl={(format) =>
        api.url(exportEvidence, {
          query: { ...(show === 'inbox' ? { inbox: true } : {}), ...(filtered as object), format },
        })
      }
      isFetching={isFetching}
      empty={<Empty isFiltered={isFiltered} isInbox={show === 'inbox'} />}
    />
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
        ...(search.show === 'inbox'
          ? []
          : [{ key: 'review', label: t('Review'), kind: 'some' as const, options: options(reviewWords) }]),
      ]}
    />
  )
}

function Empty({ isFiltered, isInbox }: { readonly isFiltered: boolean; readonly isInbox: boolean }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return (
      <EmptyState noun="evidence" title={t('No piece fits these filters')}>
        {t('Clear a filter to see the others.')}
      </EmptyState>
    )
  }
  if (isInbox) {
    return (
      <EmptyState noun="evidence" title={t('Nothing waits for a review')}>
        {t('What people add is shown here until somebody else has looked at it.')}
      </EmptyState>
    )
  }
  return (
    <EmptyState noun="evidence" title={t('No evidence yet')}>
      {t('A dated file, link or note that shows a control works. Without it everything is only claimed.')}
    </EmptyState>
  )
}

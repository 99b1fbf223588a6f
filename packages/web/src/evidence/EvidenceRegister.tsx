import { type EvidenceListItem, exportEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { exported, useList } from '../view/use-list.ts'
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
  const list = useList('evidence', [search, onState], evidenceListQuery(api, search))
  const { show, ...asked } = search
  return (
    <DataList<EvidenceListItem>
      label={t('Evidence')}
      {...list}
      columns={evidenceColumns(t)}
      rowId={({ id }) => id}
      rowName={({ number, title }) => `${evidenceRef(number)} ${title}`}
      defaultSort="-collectedAt"
      onOpen={({ number }) => go(paths.evidencePiece, { number })}
      filters={<Filters search={search} onChange={onState} />}
      exportUrl={(format) =>
        api.url(exportEvidence, {
          query: { ...(show === 'inbox' ? { inbox: true } : {}), ...exported(asked), format },
        })
      }
      empty={<Empty isFiltered={isFiltered(asked)} isInbox={show === 'inbox'} />}
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
    return <NothingFits noun="evidence" title={t('No piece fits these filters')} />
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

import { Stack } from '@mantine/core'
import { exportOccurrences, type Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { occurrenceRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { occurrenceColumns } from './OccurrenceColumns.tsx'
import { occurrencesQuery, watchesQuery } from './occurrence-queries.ts'
import type { OccurrenceSearch } from './occurrence-search.ts'
import { kindWords } from './occurrence-words.ts'

const WatchPanel = later(async () => (await import('./WatchPanel.tsx')).WatchPanel)
const AddOccurrence = later(async () => (await import('./AddOccurrence.tsx')).AddOccurrence)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const go = useGo()
  const may = useMay('occurrence:write')
  const [isAdding, add] = useState(false)
  const address = useListAddress<OccurrenceSearch>()
  const [search, patch] = address
  const list = useList('occurrences', address, occurrencesQuery(api, search))
  const watches = useSuspenseQuery(watchesQuery(api)).data.items
  const addButton = (
    <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
      {t('Record what happened')}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="occurrence"
        title={t('Occurrences')}
        sentence={t('What happened on risks, and what nearly did. Forecasts are held against it.')}
        next={addButton}
        actions={<PageLink to={paths.backTest}>{t('See how forecasts held')}</PageLink>}
      />
      <Stack gap="lg">
        <DataList<Occurrence>
          label={t('Occurrences')}
          {...list}
          columns={occurrenceColumns(t, currency)}
          rowId={({ id }) => id}
          rowName={({ number, title }) => `${occurrenceRef(number)} ${title}`}
          defaultSort="-occurredAt"
          onOpen={({ number }) => go(paths.occurrence, { number })}
          filters={<Filters search={search} onChange={patch} />}
          exportUrl={(format) => api.url(exportOccurrences, { query: { ...exported(search), format } })}
          empty={<Empty isFiltered={isFiltered(search)} add={addButton} />}
        />
        <WatchPanel watches={watches} />
      </Stack>
      {isAdding && <AddOccurrence onClose={() => add(false)} />}
    </>
  )
}

type FiltersProps = { readonly search: OccurrenceSearch; readonly onChange: (patch: object) => void }

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <FilterBar
      searchLabel={t('Search occurrences')}
      values={search}
      onChange={onChange}
      filters={[
        { key: 'kind', label: t('Kind'), kind: 'one', options: kinds },
        { key: 'lossUnknown', label: t('Cost not known yet'), kind: 'flag' },
      ]}
    />
  )
}

function Empty({ isFiltered: filtered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (filtered) return <NothingFits noun="occurrence" title={t('No occurrence fits these filters')} />
  return (
    <EmptyState noun="occurrence" title={t('Nothing recorded yet')} action={add}>
      {t(
        'Record what happened, with its day and what it cost, and near misses too. Then say below since when you would have noticed everything: only that lets a quiet year count.',
      )}
    </EmptyState>
  )
}

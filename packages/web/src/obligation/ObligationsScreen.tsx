import {
  exportObligations,
  importObligations,
  type ObligationSummary,
} from '@sinew/contract/obligation/obligation-contract.ts'
import { obligationRef } from '@sinew/core/explanation/people-ref.ts'
import { complianceWords } from '@sinew/core/obligation/compliance.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { obligationColumns } from './ObligationColumns.tsx'
import { obligationsQuery } from './obligation-queries.ts'
import type { ObligationSearch } from './obligation-search.ts'
import { kindWords } from './obligation-words.ts'

const AddObligation = later(async () => (await import('./AddObligation.tsx')).AddObligation)

const ImportDrawer = later(async () => (await import('../register/ImportDrawer.tsx')).ImportDrawer)
const importHeadings = [
  'Title',
  'Kind',
  'Party',
  'Source',
  'Requirement',
  'Owner',
  'Review every (months)',
  'Review',
  'Tell of incidents within (hours)',
  'Kept by',
]

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('obligation:write')
  const [isAdding, add] = useState(false)
  const [isImporting, load] = useState(false)
  const address = useListAddress<ObligationSearch>()
  const [search, patch] = address
  const list = useList('obligations', address, obligationsQuery(api, search))
  const addButton = (
    <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
      {t('Add an obligation')}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="obligation"
        title={t('Obligations')}
        sentence={t(
          'Laws, contracts and promises. A control that one of them needs cannot be left out of the statement.',
        )}
        next={addButton}
        actions={
          <ActionButton variant="default" refusals={may} onClick={() => load(true)}>
            {t('Import')}
          </ActionButton>
        }
      />
      <DataList<ObligationSummary>
        label={t('Obligations')}
        {...list}
        columns={obligationColumns(t, useNow())}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${obligationRef(number)} ${title}`}
        defaultSort="number"
        onOpen={({ number }) => go(paths.obligation, { number })}
        filters={<Filters search={search} onChange={patch} />}
        exportUrl={(format) => api.url(exportObligations, { query: { ...exported(search), format } })}
        empty={<Empty isFiltered={isFiltered(search)} add={addButton} />}
      />
      {isImporting && <ImportDrawer route={importObligations} headings={importHeadings} onClose={() => load(false)} />}
      {isAdding && <AddObligation onClose={() => add(false)} />}
    </>
  )
}

type FiltersProps = { readonly search: ObligationSearch; readonly onChange: (patch: object) => void }

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) }))
  const statuses = Object.entries(complianceWords).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <FilterBar
      searchLabel={t('Search obligations')}
      values={search}
      onChange={onChange}
      filters={[
        { key: 'kind', label: t('Kind'), kind: 'one', options: kinds },
        { key: 'status', label: t('Compliance'), kind: 'one', options: statuses },
        { key: 'ownerId', label: t('Owner'), kind: 'one', options: owners },
        { key: 'linked', label: t('Has controls'), kind: 'flag' },
        { key: 'reviewDue', label: t('Review due'), kind: 'flag' },
      ]}
    />
  )
}

function Empty({ isFiltered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return <NothingFits noun="obligation" title={t('No obligation fits these filters')} />
  }
  return (
    <EmptyState noun="obligation" title={t('No obligation yet')} action={add}>
      {t(
        'Begin with data protection law, your three largest customer contracts and what your website promises. Link each to the controls that keep it.',
      )}
    </EmptyState>
  )
}

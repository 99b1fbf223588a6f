import { type Asset, createAsset, exportAssets } from '@sinew/contract/asset/asset-contract.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { AssetBulkBar } from './AssetBulkBar.tsx'
import { assetColumns } from './AssetColumns.tsx'
import { AssetFields, emptyAsset } from './AssetFields.tsx'
import { assetsQuery } from './asset-queries.ts'
import type { AssetSearch } from './asset-search.ts'
import { classificationWords, kindWords } from './asset-words.ts'

const route = getRouteApi('/o/$slug/assets')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('asset:write')
  const [isAdding, add] = useState(false)
  const { asOf: _asOf, ...search }: AssetSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const query = assetsQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { page: _page, pageSize: _pageSize, ...filtered } = search
  const addButton = (
    <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
      {t('Add an asset')}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="asset"
        title={t('Assets')}
        sentence={
          data.total === 0 && !isFiltered(search)
            ? t('What would hurt to lose, leak or corrupt? Those are the assets that risks are about.')
            : t('What the risks are about: information and whatever holds, moves or handles it.')
        }
        next={addButton}
      />
      <DataList<Asset>
        label={t('Assets')}
        storageKey="assets"
        columns={assetColumns(t)}
        data={data}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${assetRef(number)} ${title}`}
        state={search}
        defaultSort="number"
        onState={patch}
        onOpen={({ number }) => go(paths.asset, { number })}
        filters={<Filters search={search} onChange={patch} />}
        savedViews={useSavedViews('assets', search, patch)}
        bulk={(assets, clear) => <AssetBulkBar assets={assets} onDone={clear} />}
        exportUrl={(format) => api.url(exportAssets, { query: { ...filtered, format } })}
        isFetching={isFetching}
        empty={<Empty isFiltered={isFiltered(search)} add={addButton} />}
      />
      {isAdding && (
        <RecordDrawer
          title={t('Add an asset')}
          route={createAsset}
          values={emptyAsset}
          onClose={() => add(false)}
          onDone={({ number }) => go(paths.asset, { number })}
        >
          {(form) => <AssetFields form={form} />}
        </RecordDrawer>
      )}
    </>
  )
}

function Filters({ search, onChange }: { readonly search: AssetSearch; readonly onChange: (patch: object) => void }) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <FilterBar
      searchLabel={t('Search assets')}
      values={search}
      onChange={onChange}
      filters={[
        { key: 'kind', label: t('Kind'), kind: 'one', options: options(kindWords) },
        { key: 'classification', label: t('Classification'), kind: 'one', options: options(classificationWords) },
        { key: 'ownerId', label: t('Owner'), kind: 'one', options: owners },
        { key: 'inScope', label: t('In scope'), kind: 'flag' },
      ]}
    />
  )
}

function Empty({ isFiltered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return (
      <EmptyState noun="asset" title={t('No asset fits these filters')}>
        {t('Clear a filter to see the others.')}
      </EmptyState>
    )
  }
  return (
    <EmptyState noun="asset" title={t('No asset yet')} action={add}>
      {t(
        'Start with five to ten groups, not with every laptop: the customer data, the product, its code, where it runs, the office tools. Risks then say what could happen to them.',
      )}
    </EmptyState>
  )
}

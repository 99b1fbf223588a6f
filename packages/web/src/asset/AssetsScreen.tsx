import { type Asset, exportAssets, importAssets } from '@sinew/contract/asset/asset-contract.ts'
import { needLevelWords } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { useRegisterOptions } from '../register/use-register-options.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { assetColumns } from './AssetColumns.tsx'
import { assetsQuery } from './asset-queries.ts'
import type { AssetSearch } from './asset-search.ts'
import { classificationWords, kindWords } from './asset-words.ts'

const AddAsset = later(async () => (await import('./AddAsset.tsx')).AddAsset)

const ImportDrawer = later(async () => (await import('../register/ImportDrawer.tsx')).ImportDrawer)
const importHeadings = [
  'Title',
  'Kind',
  'Classification',
  'Owner',
  'Custodian',
  'Location',
  'In scope',
  'Confidentiality',
  'Integrity',
  'Availability',
  'Availability reason',
  'RTO hours',
  'RPO hours',
  'Rests on',
  'Description',
]

const AssetBulkBar = later(async () => (await import('./AssetBulkBar.tsx')).AssetBulkBar)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('asset:write')
  const [isAdding, add] = useState(false)
  const [isImporting, load] = useState(false)
  const address = useListAddress<AssetSearch>()
  const [search, patch] = address
  const list = useList('assets', address, assetsQuery(api, search))
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
          list.data.total === 0 && !isFiltered(search)
            ? t('What would hurt to lose, leak or corrupt? Those are the assets that risks are about.')
            : t('What the risks are about: information and whatever holds, moves or handles it.')
        }
        next={addButton}
        actions={
          <>
            <PageLink to={paths.assetGraph}>{t('What rests on what')}</PageLink>
            <ActionButton variant="default" refusals={may} onClick={() => load(true)}>
              {t('Import')}
            </ActionButton>
          </>
        }
      />
      <DataList<Asset>
        label={t('Assets')}
        {...list}
        columns={assetColumns(t)}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${assetRef(number)} ${title}`}
        defaultSort="number"
        onOpen={({ number }) => go(paths.asset, { number })}
        filters={<Filters search={search} onChange={patch} />}
        bulk={isOffered(may) ? (assets, clear) => <AssetBulkBar assets={assets} onDone={clear} /> : undefined}
        exportUrl={(format) => api.url(exportAssets, { query: { ...exported(search), format } })}
        empty={<Empty isFiltered={isFiltered(search)} add={addButton} />}
      />
      {isImporting && <ImportDrawer route={importAssets} headings={importHeadings} onClose={() => load(false)} />}
      {isAdding && <AddAsset onClose={() => add(false)} />}
    </>
  )
}

function Filters({ search, onChange }: { readonly search: AssetSearch; readonly onChange: (patch: object) => void }) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const sites = (useRegisterOptions('site', '') ?? []).map(({ id, name }) => ({ value: id, label: name }))
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
        { key: 'siteId', label: t('Location'), kind: 'one', options: sites },
        { key: 'need', label: t('Highest need'), kind: 'one', options: options(needLevelWords) },
        { key: 'availability', label: t('Availability'), kind: 'one', options: options(needLevelWords) },
        { key: 'singlePoint', label: t('Single points'), kind: 'flag' },
        { key: 'unassessed', label: t('High need, no risk'), kind: 'flag' },
        { key: 'inScope', label: t('In scope'), kind: 'flag' },
      ]}
    />
  )
}

function Empty({ isFiltered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return <NothingFits noun="asset" title={t('No asset fits these filters')} />
  }
  return (
    <EmptyState noun="asset" title={t('No asset yet')} action={add}>
      {t(
        'Start with five to ten groups, not with every laptop: the customer data, the product, its code, where it runs, the office tools. Risks then say what could happen to them.',
      )}
    </EmptyState>
  )
}

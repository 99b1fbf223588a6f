import { registerRef } from '@sinew/core/register/register.ts'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { registerNouns } from '../app/register-nouns.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { type Filter, FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { aboveList } from './above-lists.ts'
import { loadedRegister, tableAt } from './load-registers.ts'
import { registerColumns } from './RegisterColumns.tsx'
import classes from './register.module.css'
import { recordsQuery } from './register-queries.ts'
import { type AnyRecord, fieldsOf, nameOf } from './register-record.ts'
import type { RegisterSearch } from './register-search.ts'
import { SubjectTabs } from './SubjectTabs.tsx'

const RecordEditor = later(async () => (await import('./RecordEditor.tsx')).RecordEditor)
const ImportDrawer = later(async () => (await import('./ImportDrawer.tsx')).ImportDrawer)
const route = getRouteApi('/o/$slug/$register')

export function Screen() {
  const { register } = route.useParams()
  return <RegisterList key={register} plural={register} />
}

/** Any register: what stands in it, filtered, sorted, exported; and the way to add to it. */
function RegisterList({ plural }: { readonly plural: string }) {
  const { t } = useTranslation()
  const contract = loadedRegister(tableAt(plural) ?? '')
  if (contract === undefined) throw new Error(`There is no register ${plural}`)
  const { register } = contract
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay(register.write)
  const [isAdding, add] = useState(false)
  const [isImporting, load] = useState(false)
  const address = useListAddress<RegisterSearch>()
  const [search, patch] = address
  const list = useList(plural, address, recordsQuery(api, contract, search))
  const noun = registerNouns[register.table] ?? 'register'
  const Above = aboveList(register.table)
  const addButton = (
    <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
      {t(register.words.add)}
    </ActionButton>
  )
  return (
    <>
      <SubjectTabs here={register.table} />
      <PageHeader
        noun={noun}
        title={t(register.title)}
        sentence={t(register.words.sentence)}
        next={addButton}
        actions={
          <ActionButton variant="default" refusals={may} onClick={() => load(true)}>
            {t('Import')}
          </ActionButton>
        }
      />
      <div className={classes.above}>{Above && <Above />}</div>
      <DataList<AnyRecord>
        label={t(register.title)}
        {...list}
        columns={registerColumns(register, t)}
        rowId={({ id }) => id}
        rowName={(record) => `${registerRef(register, record.number)} ${nameOf(register, record)}`}
        defaultSort="number"
        onOpen={({ number }) => go(paths.registered, { register: plural, number })}
        filters={<Filters plural={plural} search={search} onChange={patch} />}
        exportUrl={(format) => api.url(contract.export, { query: { ...exported(search), format } as never })}
        empty={
          isFiltered(search) ? (
            <NothingFits noun={noun} title={t('Nothing fits these filters')} />
          ) : (
            <EmptyState noun={noun} title={t('Nothing here yet')} action={addButton}>
              {t(register.words.empty)}
            </EmptyState>
          )
        }
      />
      {isImporting && (
        <ImportDrawer
          route={contract.import}
          headings={Object.values(register.fields).map(({ label }) => t(label))}
          onClose={() => load(false)}
        />
      )}
      {isAdding && (
        <RecordEditor
          contract={contract}
          onClose={() => add(false)}
          onDone={({ number }) => go(paths.registered, { register: plural, number })}
        />
      )}
    </>
  )
}

type FiltersProps = {
  readonly plural: string
  readonly search: RegisterSearch
  readonly onChange: (patch: object) => void
}

function Filters({ plural, search, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const register = loadedRegister(tableAt(plural) ?? '')?.register
  if (register === undefined) return null
  const filters = Object.entries(fieldsOf(register)).flatMap(([key, field]): Filter[] => {
    if (field.column === undefined) return []
    const label = t(field.label)
    if (field.kind === 'flag') return [{ key, label, kind: 'flag' }]
    if (field.kind === 'reference' && field.to === 'person') return [{ key, label, kind: 'one', options: owners }]
    if (field.kind !== 'choice') return []
    const options = Object.entries(field.words).map(([value, word]) => ({ value, label: t(word) }))
    return [{ key, label, kind: 'one', options }]
  })
  return <FilterBar searchLabel={t('Search')} values={search} onChange={onChange} filters={filters} />
}

import { exportPeople, type Person } from '@sinew/contract/person/person-contract.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { personColumns } from './PersonColumns.tsx'
import { peopleQuery } from './person-queries.ts'
import type { PersonSearch } from './person-search.ts'

const AddPerson = later(async () => (await import('./AddPerson.tsx')).AddPerson)
const ImportPeople = later(async () => (await import('./ImportPeople.tsx')).ImportPeople)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('person:write')
  const [isAdding, add] = useState(false)
  const [isImporting, load] = useState(false)
  const address = useListAddress<PersonSearch>()
  const [search, patch] = address
  const list = useList('people', address, peopleQuery(api, search))
  return (
    <>
      <SubjectTabs here={paths.people} />
      <PageHeader
        noun="person"
        title={t('People')}
        sentence={t('Who answers for what. Nobody needs an account to own a risk or a control.')}
        next={
          <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
            {t('Add a person')}
          </ActionButton>
        }
        actions={
          <ActionButton variant="default" refusals={may} onClick={() => load(true)}>
            {t('Import people')}
          </ActionButton>
        }
      />
      <DataList<Person>
        label={t('People')}
        {...list}
        columns={personColumns(t)}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        defaultSort="name"
        onOpen={({ number }) => go(paths.person, { number })}
        filters={
          <FilterBar
            searchLabel={t('Search people')}
            values={search}
            onChange={patch}
            filters={[
              { key: 'active', label: t('Still here'), kind: 'flag' },
              { key: 'owns', label: t('Answers for something'), kind: 'flag' },
            ]}
          />
        }
        exportUrl={(format) => api.url(exportPeople, { query: { ...exported(search), format } })}
        empty={<NothingFits noun="person" title={t('Nobody fits these filters')} />}
      />
      {isImporting && <ImportPeople onClose={() => load(false)} />}
      {isAdding && <AddPerson onClose={() => add(false)} />}
    </>
  )
}

import { createPerson, exportPeople, type Person } from '@sinew/contract/person/person-contract.ts'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { personColumns } from './PersonColumns.tsx'
import { emptyPerson, PersonFields, personBody } from './PersonFields.tsx'
import { peopleQuery } from './person-queries.ts'
import type { PersonSearch } from './person-search.ts'

const route = getRouteApi('/o/$slug/people')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('person:write')
  const [isAdding, add] = useState(false)
  const { asOf: _asOf, ...search }: PersonSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const query = peopleQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { page: _page, pageSize: _pageSize, ...filtered } = search
  return (
    <>
      <PageHeader
        noun="person"
        title={t('People')}
        sentence={t('Who answers for what. Nobody needs an account to own a risk or a control.')}
        next={
          <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
            {t('Add a person')}
          </ActionButton>
        }
      />
      <DataList<Person>
        label={t('People')}
        storageKey="people"
        columns={personColumns(t)}
        data={data}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        state={search}
        defaultSort="name"
        onState={patch}
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
        savedViews={useSavedViews('people', search, patch)}
        exportUrl={(format) => api.url(exportPeople, { query: { ...filtered, format } })}
        isFetching={isFetching}
        empty={
          <EmptyState noun="person" title={t('Nobody fits these filters')}>
            {t('Clear a filter to see the others.')}
          </EmptyState>
        }
      />
      {isAdding && (
        <RecordDrawer
          title={t('Add a person')}
          route={createPerson}
          values={emptyPerson}
          toBody={personBody}
          onClose={() => add(false)}
        >
          {(form) => <PersonFields form={form} />}
        </RecordDrawer>
      )}
    </>
  )
}

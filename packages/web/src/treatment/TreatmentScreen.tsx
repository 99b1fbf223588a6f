import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { type Action, exportActions, listActions } from '@sinew/contract/treatment/action-contract.ts'
import { actionRef } from '@sinew/core/explanation/people-ref.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { actionColumns } from './ActionColumns.tsx'
import { actionsQuery } from './action-queries.ts'
import { type ActionSearch, statuses } from './action-search.ts'

/** The treatment plan across all risks, what is due first on top. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const go = useGo()
  const address = useListAddress<ActionSearch>()
  const [search, patch] = address
  const list = useList('treatment', address, actionsQuery(api, search))
  const people = useQuery(api.query(listPeople, { query: { active: true, pageSize: 200 } })).data?.items ?? []
  return (
    <>
      <PageHeader noun="treatment" title={t('Treatment')} sentence={<PlanSentence />} />
      <DataList<Action>
        label={t('Actions')}
        {...list}
        columns={actionColumns(t, currency)}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${actionRef(number)} ${title}`}
        defaultSort="dueAt"
        onOpen={({ number }) => go(paths.action, { number })}
        filters={
          <FilterBar
            searchLabel={t('Search actions')}
            values={search}
            onChange={patch}
            filters={[
              {
                key: 'status',
                label: t('Status'),
                kind: 'one',
                options: statuses.map((value) => ({ value, label: t(value) })),
              },
              { key: 'overdue', label: t('Overdue'), kind: 'flag' },
              {
                key: 'ownerId',
                label: t('Who'),
                kind: 'one',
                options: people.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
          />
        }
        exportUrl={(format) => api.url(exportActions, { query: { ...exported(search), format } })}
        empty={
          isFiltered(search) ? (
            <NothingFits noun="treatment" title={t('No action fits these filters')} />
          ) : (
            <EmptyState
              noun="treatment"
              title={t('Nothing is planned')}
              action={<PageLink to={paths.risks}>{t('Choose a risk to treat')}</PageLink>}
            >
              {t(
                'The treatment plan says who does what by when so that a risk falls. Plan the first action on the page of a risk.',
              )}
            </EmptyState>
          )
        }
      />
    </>
  )
}

/** How the plan stands, in one line. */
function PlanSentence() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const open = useQuery(api.query(listActions, { query: { status: 'open', pageSize: 1 } })).data?.total
  const overdue = useQuery(api.query(listActions, { query: { overdue: true, pageSize: 1 } })).data?.total
  if (open === undefined || overdue === undefined) return '\u00a0'
  return (
    <StatusSentence tone={overdue > 0 ? 'bad' : 'calm'}>
      {overdue > 0
        ? `${t('{{count}} actions are open', { count: open })}, ${t('{{count}} of them overdue.', { count: overdue })}`
        : t('{{count}} actions are open, none overdue.', { count: open })}
    </StatusSentence>
  )
}

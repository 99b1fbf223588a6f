import { exportWork, type WorkItem } from '@sinew/contract/work/work-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { kindWord } from './kind-words.ts'
import { workColumns } from './WorkColumns.tsx'
import { goToWork } from './WorkLink.tsx'
import { whoseOptions } from './whose-options.ts'
import { myWorkQuery, workQuery } from './work-queries.ts'
import type { WorkSearch } from './work-search.ts'

/** Everything that is due of everything there is, and for whom. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const go = useGo()
  const address = useListAddress<WorkSearch>()
  const [search, patch] = address
  const list = useList('work', address, workQuery(api, search))
  const people = useOwnerOptions()
  const mine = useQuery(myWorkQuery(api)).data
  const kinds = mine?.kinds ?? []
  return (
    <>
      <SubjectTabs here={paths.work} />
      <PageHeader noun="work" title={t('Everything due')} sentence={<HowMuch />} />
      <DataList<WorkItem>
        label={t('Everything due')}
        {...list}
        columns={workColumns(t, currency)}
        rowId={({ key }) => key}
        rowName={({ what, ref, title }) => `${t(what)}: ${ref} ${title}`}
        defaultSort="dueAt"
        onOpen={(item) => goToWork(go, item)}
        filters={
          <FilterBar
            searchLabel={t('Search work')}
            values={search}
            onChange={patch}
            filters={[
              { key: 'whose', label: t('Whose'), kind: 'one', options: whoseOptions(t, mine) },
              { key: 'overdue', label: t('Overdue'), kind: 'flag' },
              {
                key: 'kind',
                label: t('Kind'),
                kind: 'one',
                options: kinds.map((value) => ({ value, label: t(kindWord(value)) })),
              },
              { key: 'personId', label: t('Who'), kind: 'one', options: people },
              { key: 'loose', label: t('No owner or date'), kind: 'flag' },
              { key: 'later', label: t('Later too'), kind: 'flag' },
            ]}
          />
        }
        exportUrl={(format) => api.url(exportWork, { query: { ...exported(search), format } as never })}
        empty={
          isFiltered(search) ? (
            <NothingFits noun="work" title={t('Nothing due fits these filters')} />
          ) : (
            <EmptyState noun="work" title={t('Nothing is due')}>
              {t(
                'Reviews, evidence, actions and decisions come here by themselves when their day is near. What has no owner or no date is here too.',
              )}
            </EmptyState>
          )
        }
      />
    </>
  )
}

/** How much is due in all, in one line. */
function HowMuch() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const due = useQuery(workQuery(api, { pageSize: 1 })).data?.total
  const overdue = useQuery(workQuery(api, { overdue: true, pageSize: 1 })).data?.total
  if (due === undefined || overdue === undefined) return '\u00a0'
  return (
    <StatusSentence tone={overdue > 0 ? 'bad' : 'calm'}>
      {overdue > 0
        ? `${t('{{count}} things are due', { count: due })}, ${t('{{count}} of them overdue.', { count: overdue })}`
        : t('{{count}} things are due, none overdue.', { count: due })}
    </StatusSentence>
  )
}

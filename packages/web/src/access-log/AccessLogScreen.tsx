import { TextInput } from '@mantine/core'
import { exportAccessLog, type Opened } from '@sinew/contract/access-log/access-log-contract.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SettingsHeader } from '../settings/SettingsHeader.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { When } from '../ui/When.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { accessLogQuery } from './access-log-queries.ts'
import type { AccessLogSearch } from './access-log-routes.ts'

/** What auditors opened, for owners and managers. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const address = useListAddress<AccessLogSearch>()
  const [search, patch] = address
  const list = useList('access-log', address, accessLogQuery(api, search))
  return (
    <>
      <SettingsHeader
        page="accessLog"
        sentence={t('What auditors opened, once for each object and hour. Nobody can change or remove a line.')}
      />
      <DataList<Opened>
        label={t('Access log')}
        {...list}
        columns={columns(t)}
        rowId={({ id }) => id}
        rowName={({ what, memberName }) => `${memberName}: ${what}`}
        defaultSort="-at"
        filters={
          <>
            <FilterBar searchLabel={t('Search who or what')} values={search} onChange={patch} filters={[]} />
            {(['from', 'until'] as const).map((key) => (
              <TextInput
                key={key}
                type="date"
                aria-label={key === 'from' ? t('From') : t('Until')}
                value={search[key] ?? ''}
                onChange={({ currentTarget: { value } }) => patch({ [key]: value === '' ? undefined : value })}
              />
            ))}
          </>
        }
        exportUrl={(format) => api.url(exportAccessLog, { query: { ...exported(search), format } })}
        empty={
          isFiltered(search) ? (
            <NothingFits noun="person" title={t('Nothing was opened that fits these filters')} />
          ) : (
            <EmptyState noun="person" title={t('No auditor opened anything yet')}>
              {t('Invite somebody as an auditor: what they open is written down here.')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

function columns(t: (key: string) => string): readonly ListColumn<Opened>[] {
  return [
    {
      key: 'at',
      title: t('When'),
      sort: 'at',
      width: 170,
      fixed: true,
      render: ({ at }) => <When at={at} show="time" />,
    },
    {
      key: 'memberName',
      title: t('Who'),
      sort: 'memberName',
      width: 190,
      card: 'reference',
      render: ({ memberName, byToken }) => `${memberName}${byToken ? ` · ${t('by token')}` : ''}`,
    },
    { key: 'what', title: t('What'), card: 'title', fixed: true, render: ({ what }) => what },
    { key: 'objectName', title: t('Object'), width: 300, render: ({ objectName }) => objectName ?? '–' },
  ]
}

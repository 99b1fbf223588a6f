import { Button } from '@mantine/core'
import { type ControlListItem, exportControls } from '@sinew/contract/control/control-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { AddControl } from './AddControl.tsx'
import { ControlBulkBar } from './ControlBulkBar.tsx'
import { controlColumns } from './ControlColumns.tsx'
import { ControlFilters } from './ControlFilters.tsx'
import { applicableCountQuery, controlsQuery, dearestGapQuery, provenCountQuery } from './control-queries.ts'
import type { ControlSearch } from './control-search.ts'

const route = getRouteApi('/o/$slug/controls')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const { currency } = useOrganization()
  const { asOf: _asOf, ...search }: ControlSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const query = controlsQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const applicable = useSuspenseQuery(applicableCountQuery(api)).data.total
  const proven = useSuspenseQuery(provenCountQuery(api)).data.total
  const [dearest] = useSuspenseQuery(dearestGapQuery(api)).data.items
  const may = useMay('control:write')
  const [isAdding, add] = useState(false)
  const { page: _page, pageSize: _pageSize, ...filtered } = search
  return (
    <>
      <PageHeader
        noun="control"
        title={t('Controls')}
        sentence={t('{{proven}} of {{count}} applicable controls are proven by fresh evidence.', {
          proven,
          count: applicable,
        })}
        actions={
          <ActionButton variant="default" refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
            {t('Add our own')}
          </ActionButton>
        }
        next={
          dearest &&
          dearest.gapMinor > 0 && (
            <Button onClick={() => go(paths.control, { controlRef: dearest.ref })}>
              {t('Prove {{ref}}: {{money}} a year', {
                ref: dearest.ref,
                money: formatMoneyShort(dearest.gapMinor, currency),
              })}
            </Button>
          )
        }
      />
      <DataList<ControlListItem>
        label={t('Controls')}
        storageKey="controls"
        columns={controlColumns(t, currency)}
        data={data}
        rowId={({ id }) => id}
        rowName={({ ref, title }) => `${ref} ${title}`}
        state={search}
        defaultSort="ref"
        onState={patch}
        onOpen={({ ref }) => go(paths.control, { controlRef: ref })}
        filters={<ControlFilters search={search} onChange={patch} />}
        savedViews={useSavedViews('controls', search, patch)}
        bulk={(controls, clear) => <ControlBulkBar controls={controls} onDone={clear} />}
        exportUrl={(format) => api.url(exportControls, { query: { ...(filtered as object), format } })}
        isFetching={isFetching}
        empty={
          <EmptyState noun="control" title={t('No control fits these filters')}>
            {t('Clear a filter to see the others.')}
          </EmptyState>
        }
      />
      {isAdding && <AddControl onClose={() => add(false)} />}
    </>
  )
}

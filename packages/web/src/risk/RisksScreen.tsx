import { Button, Group } from '@mantine/core'
import { exportRisks, type Risk } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { IconGridDots, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useSavedViews } from '../view/use-saved-views.ts'
import { RegisterSentence } from './RegisterSentence.tsx'
import { RiskBulkBar } from './RiskBulkBar.tsx'
import { riskColumns } from './RiskColumns.tsx'
import { RiskFilters } from './RiskFilters.tsx'
import { risksQuery } from './risk-queries.ts'
import type { RiskSearch } from './risk-search.ts'

const route = getRouteApi('/o/$slug/risks')

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const go = useGo()
  const may = useMay('risk:write')
  const { asOf: _asOf, ...search }: RiskSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const query = risksQuery(api, search)
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const savedViews = useSavedViews('risks', search, patch)
  const { page: _page, pageSize: _pageSize, ...filtered } = search
  const add = (
    <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => go(paths.newRisk)}>
      {t('Add risks')}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="risk"
        title={t('Risks')}
        sentence={<RegisterSentence />}
        next={add}
        actions={
          <Button variant="default" leftSection={<IconGridDots size={16} />} onClick={() => go(paths.heatMap)}>
            {t('Heat map')}
          </Button>
        }
      />
      <DataList<Risk>
        label={t('Risks')}
        storageKey="risks"
        columns={riskColumns(t, currency)}
        data={data}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${riskRef(number)} ${title}`}
        state={search}
        defaultSort="-proven"
        onState={patch}
        onOpen={({ number }) => go(paths.risk, { number })}
        filters={<RiskFilters search={search} onChange={patch} />}
        savedViews={savedViews}
        bulk={(risks, clear) => <RiskBulkBar risks={risks} onDone={clear} />}
        exportUrl={(format) => api.url(exportRisks, { query: { ...exportable(filtered), format } })}
        isFetching={isFetching}
        empty={<Empty isFiltered={isFiltered(filtered)} add={add} />}
      />
    </>
  )
}

const exportable = ({ status, level, ...rest }: RiskSearch) => ({
  ...rest,
  ...(status ? { status: [...status] } : {}),
  ...(level ? { level: [...level] } : {}),
})

function Empty({ isFiltered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return (
      <EmptyState noun="risk" title={t('No risk fits these filters')}>
        {t('Clear a filter to see the others.')}
      </EmptyState>
    )
  }
  return (
    <EmptyState noun="risk" title={t('No risk yet')} action={<Group justify="center">{add}</Group>}>
      {t(
        'A risk is a scenario: who or what does what to which asset, with what consequence. Start from the threats that hit organisations like yours; each comes with a first estimate to correct.',
      )}
    </EmptyState>
  )
}

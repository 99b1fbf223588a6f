import { Button, Group } from '@mantine/core'
import { exportRisks, type Risk } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { IconGridDots, IconPlus } from '@tabler/icons-react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { mayOpen } from '../app/may-open.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { RegisterSentence } from './RegisterSentence.tsx'
import { riskColumns } from './RiskColumns.tsx'
import { RiskFilters } from './RiskFilters.tsx'
import { risksQuery } from './risk-queries.ts'
import type { RiskSearch } from './risk-search.ts'

const RiskBulkBar = later(async () => (await import('./RiskBulkBar.tsx')).RiskBulkBar)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const organization = useOrganization()
  const { currency } = organization
  const go = useGo()
  const may = useMay('risk:write')
  const address = useListAddress<RiskSearch>()
  const [search, patch] = address
  const list = useList('risks', address, risksQuery(api, search))
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
          mayOpen(organization, paths.heatMap) && (
            <Button variant="default" leftSection={<IconGridDots size={16} />} onClick={() => go(paths.heatMap)}>
              {t('Heat map')}
            </Button>
          )
        }
      />
      <DataList<Risk>
        label={t('Risks')}
        {...list}
        columns={riskColumns(t, currency)}
        rowId={({ id }) => id}
        rowName={({ number, title }) => `${riskRef(number)} ${title}`}
        defaultSort="-proven"
        onOpen={({ number }) => go(paths.risk, { number })}
        filters={<RiskFilters search={search} onChange={patch} />}
        bulk={isOffered(may) ? (risks, clear) => <RiskBulkBar risks={risks} onDone={clear} /> : undefined}
        exportUrl={(format) => api.url(exportRisks, { query: { ...exported(search), format } })}
        empty={<Empty isFiltered={isFiltered(search)} add={add} />}
      />
    </>
  )
}

function Empty({ isFiltered, add }: { readonly isFiltered: boolean; readonly add: React.ReactNode }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return <NothingFits noun="risk" title={t('No risk fits these filters')} />
  }
  return (
    <EmptyState noun="risk" title={t('No risk yet')} action={<Group justify="center">{add}</Group>}>
      {t(
        'A risk is a scenario: who or what does what to which asset, with what consequence. Start from the threats that hit organisations like yours; each comes with a first estimate to correct.',
      )}
    </EmptyState>
  )
}

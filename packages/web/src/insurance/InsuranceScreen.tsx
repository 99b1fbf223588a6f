import { getPortfolioHistory } from '@sinew/contract/chain/chain-contract.ts'
import { exportPolicies, type Policy } from '@sinew/contract/insurance/insurance-contract.ts'
import { policyRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { When } from '../ui/When.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { BeforeAfterPanel } from './BeforeAfterPanel.tsx'
import { policiesQuery } from './insurance-queries.ts'
import type { PolicySearch } from './insurance-search.ts'

const PolicyDrawer = later(async () => (await import('./PolicyDrawer.tsx')).PolicyDrawer)

/** The register of insurance policies. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const { currency } = useOrganization()
  const address = useListAddress<PolicySearch>()
  const [search, patch] = address
  const list = useList('insurance', address, policiesQuery(api, search))
  const may = useMay('risk:write')
  const [isAdding, add] = useState(false)
  return (
    <>
      <PageHeader
        noun="insurance"
        title={t('Insurance')}
        sentence={t(
          'Policies that pay instead of you. Risks keep their full loss; what is left of the year stands beside it.',
        )}
        next={
          <ActionButton refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
            {t('Add a policy')}
          </ActionButton>
        }
      />
      <DataList<Policy>
        label={t('Policies')}
        {...list}
        columns={policyColumns(t, currency)}
        rowId={({ id }) => id}
        rowName={({ number, name }) => `${policyRef(number)} ${name}`}
        defaultSort="-validUntil"
        onOpen={({ number }) => go(paths.policy, { number })}
        filters={
          <FilterBar
            searchLabel={t('Search policies')}
            values={search}
            onChange={patch}
            filters={[{ key: 'inForce', label: t('In force'), kind: 'flag' }]}
          />
        }
        exportUrl={(format) => api.url(exportPolicies, { query: { ...exported(search), format } })}
        empty={
          isFiltered(search) ? (
            <NothingFits noun="insurance" title={t('No policy fits these filters')} />
          ) : (
            <EmptyState noun="insurance" title={t('No policy is written down')}>
              {t(
                'Insurance shares a risk: it pays what exceeds the deductible, up to the limit. Add the policies you have.',
              )}
            </EmptyState>
          )
        }
      />
      <Protection />
      {isAdding && <PolicyDrawer onClose={() => add(false)} />}
    </>
  )
}

/** What the policies in force take off the year, as recorded last. */
function Protection() {
  const { data } = useQuery(useOrganizationApi().query(getPortfolioHistory))
  return data === undefined ? null : (
    <div style={{ marginTop: 16 }}>
      <BeforeAfterPanel point={data.items.at(-1)} currency={data.currency} />
    </div>
  )
}

function policyColumns(t: (key: string) => string, currency: string): readonly ListColumn<Policy>[] {
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  return [
    {
      key: 'number',
      title: t('Ref'),
      sort: 'number',
      width: 66,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{policyRef(number)}</span>,
    },
    {
      key: 'name',
      title: t('Policy'),
      sort: 'name',
      fixed: true,
      card: 'title',
      render: ({ number, name }) => (
        <PageLink to={paths.policy} params={{ number }} c="var(--sn-ink)" fw={550}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'insurer',
      title: t('Insurer'),
      sort: 'insurer',
      width: 160,
      ellipsis: true,
      render: ({ insurer }) => insurer,
    },
    {
      key: 'per',
      title: t('Pays for'),
      width: 120,
      render: ({ per }) => (per === 'event' ? t('Each event') : t('The whole year')),
    },
    {
      key: 'deductible',
      title: t('Deductible'),
      width: 104,
      align: 'right',
      render: ({ deductibleMinor }) => money(deductibleMinor),
    },
    {
      key: 'limit',
      title: t('Limit'),
      sort: 'limit',
      width: 96,
      align: 'right',
      render: ({ limitMinor }) => money(limitMinor),
    },
    {
      key: 'premium',
      title: t('Premium a year'),
      sort: 'premium',
      width: 130,
      align: 'right',
      render: ({ premiumMinor }) => money(premiumMinor),
    },
    {
      key: 'validUntil',
      title: t('Until'),
      sort: 'validUntil',
      width: 120,
      render: ({ validUntil }) => <When at={validUntil} show="day" />,
    },
    {
      key: 'state',
      title: t('State'),
      width: 120,
      card: 'corner',
      render: ({ inForce }) => (
        <Chip look={inForce ? 'strong' : undefined}>{inForce ? t('in force') : t('not in force')}</Chip>
      ),
    },
  ]
}

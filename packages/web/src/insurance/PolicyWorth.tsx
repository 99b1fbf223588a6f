import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { Policy } from '@sinew/contract/insurance/insurance-contract.ts'
import { whatIfPricer } from '@sinew/core/what-if/price-what-if.ts'
import { noChange } from '@sinew/core/what-if/what-if.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'

/** What the policy would pay of the year as it is proven now, priced in the page. */
export function PolicyWorth({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation()
  const { data } = useQuery(useOrganizationApi().query(getSnapshot))
  const priced = useMemo(
    () => data && whatIfPricer(data.snapshot, Date.parse(data.at)).price({ ...noChange, insurance: policy }),
    [data, policy],
  )
  if (data === undefined || priced === undefined)
    return <Panel title={t('What it brings')}>{t('Working it out…')}</Panel>
  const { today, changed, netBenefitMinor } = priced
  const money = (minor: number) => <Money minor={Math.round(minor)} currency={data.snapshot.currency} />
  const at = (p: number) => (
    <Delta before={today.quantile(p)} after={changed.quantile(p)} better="lower" render={money} />
  )
  return (
    <Panel
      title={t('What it brings')}
      hint={t('A year as it is proven now, without any policy and with this one alone.')}
    >
      <Facts
        facts={{
          [t('It pays on average')]: money(today.mean - changed.mean),
          [t('After its premium')]: (
            <Money minor={Math.round(netBenefitMinor)} currency={data.snapshot.currency} signed />
          ),
          [t('On average')]: <Delta before={today.mean} after={changed.mean} better="lower" render={money} />,
          [t('1 year in 20 more than')]: at(0.95),
          [t('1 year in 100 more than')]: at(0.99),
        }}
      />
    </Panel>
  )
}

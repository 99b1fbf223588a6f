import { Group, Stack, Text } from '@mantine/core'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import classes from './first-chain.module.css'
import { newestMovementsQuery } from './first-chain-queries.ts'

/** The sentences the first chain wrote by itself. */
export function SeeItMove({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  // Consequences are worked out by a job within a moment of the change.
  const { data: movements } = useQuery({ ...newestMovementsQuery(api), refetchInterval: 1_500 })
  return (
    <Stack gap="sm">
      {risk.state && (
        <Group gap="lg">
          <Text>
            {t('Without controls')} <Money minor={risk.state.inherentMinor} currency={currency} perYear />
          </Text>
          <Text>
            {t('Claimed')} <Money minor={risk.state.claimedMinor} currency={currency} perYear />
          </Text>
          <Text fw={600}>
            {t('Proven')} <Money minor={risk.state.provenMinor} currency={currency} perYear />
          </Text>
        </Group>
      )}
      {movements?.items.map((movement) => (
        <p key={movement.id} className={classes.sentence}>
          {movement.sentence}
        </p>
      ))}
      <Group gap="lg">
        <PageLink to={paths.lookAhead}>{t('See what happens if nobody does anything')}</PageLink>
        <PageLink to={paths.soa}>{t('See what your Statement of Applicability says now')}</PageLink>
        <PageLink to={paths.risks}>{t('Add more risks')}</PageLink>
      </Group>
    </Stack>
  )
}

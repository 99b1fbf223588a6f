import { Button } from '@mantine/core'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import classes from './ledger.module.css'
import { trailQuery } from './ledger-queries.ts'
import type { LedgerSearch } from './ledger-search.ts'
import { TrailDays } from './TrailDays.tsx'

const LedgerSeal = later(async () => (await import('./LedgerSeal.tsx')).LedgerSeal)

const route = getRouteApi('/o/$slug/ledger')

export function Screen() {
  const { t } = useTranslation()
  const { role } = useOrganization()
  const go = useGo()
  const { asOf } = useOrganizationApi()
  const mayRead = hasPermission(role, 'ledger:read')
  return (
    <>
      <PageHeader
        noun="ledger"
        title={t('Ledger')}
        sentence={t(
          'Every change of everything: who, what, when and why. The database writes it; nobody can rewrite it unseen.',
        )}
        actions={
          hasPermission(role, 'ledger:restore') && (
            <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => go(paths.deleted)}>
              {t('Deleted things')}
            </Button>
          )
        }
      />
      {mayRead ? (
        <div className={classes.screen}>
          {asOf === null && <LedgerSeal />}
          <Trail />
        </div>
      ) : (
        <NotPermitted noun="ledger" what={t('The audit trail is read by auditors and managers.')} />
      )}
    </>
  )
}

function Trail() {
  const { t } = useTranslation()
  const { asOf: _asOf, ...search }: LedgerSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const patch = (change: object) => void navigate({ search: (old) => ({ ...old, ...change }) })
  const trail = useSuspenseInfiniteQuery(trailQuery(useOrganizationApi(), search))
  const revisions = trail.data.pages.flatMap(({ items }) => items)
  return (
    <section className={classes.trail} aria-label={t('Audit trail')} aria-busy={trail.isFetching}>
      <LedgerFilters search={search} onChange={patch} />
      {revisions.length === 0 && (
        <EmptyState noun="ledger" title={t('Nothing fits these filters')}>
          {t('Clear a filter, or choose a longer period.')}
        </EmptyState>
      )}
      <TrailDays revisions={revisions} onRequest={(request) => patch({ request })} />
      {trail.hasNextPage && (
        <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('Show earlier entries')}
        </Button>
      )}
    </section>
  )
}

import { Group } from '@mantine/core'
import { promises } from '@sinew/contract/document/document-contract.ts'
import { promiseBearing, promiseStandings } from '@sinew/core/document/promise-register.ts'
import { useQueries } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Standing } from '../ui/Standing.tsx'

const standings = ['broken', 'late', 'unproven', 'kept'] as const

/** How many promises are kept and how many are not; each leads to its list. */
export function PromiseSummary() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const counts = useQueries({
    queries: standings.map((standing) => api.query(promises.list, { query: { standing, pageSize: 1 } })),
  })
  // Where nothing is promised, no colour speaks of it.
  if (counts.every(({ data }) => data?.total === 0)) return null
  return (
    <Group gap="md" mb="md">
      {standings.map((standing, at) => (
        <PageLink
          key={standing}
          to={paths.register}
          params={{ register: 'promises' }}
          search={{ standing }}
          underline="never"
        >
          <Standing bearing={promiseBearing[standing]}>
            {`${t(promiseStandings[standing])}: ${counts[at]?.data?.total ?? '…'}`}
          </Standing>
        </PageLink>
      ))}
    </Group>
  )
}

import { Skeleton, Stack } from '@mantine/core'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import type { SourceEntity } from '@sinew/core/explanation/explanation.ts'
import { useQuery } from '@tanstack/react-query'
import { useMayAsk, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { MovementStories } from './MovementStories.tsx'
import { movementsOfQuery } from './movement-queries.ts'

export type MovementListProps = { readonly entity: SourceEntity; readonly entityId: string }

/** What moved on the chain of one object, and why. Stands wherever an object has derived numbers, or moves others’. */
export function MovementList({ entity, entityId }: MovementListProps) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const mayAsk = useMayAsk(listMovements)
  const { data, error, isPending, refetch } = useQuery(movementsOfQuery(api, entity, entityId))
  const isEmpty = data?.items.length === 0
  if (!mayAsk) return null
  return (
    <Panel
      title={t('What moved, and why')}
      flush={!isEmpty}
      actions={
        data && data.total > data.items.length ? (
          <PageLink to={paths.movements} search={{ entity, entityId }} size="sm">
            {t('All movements')}
          </PageLink>
        ) : undefined
      }
    >
      {error && <ProblemPanel problem={problemOf(error)} onRetry={() => void refetch()} />}
      {isPending && (
        <Stack gap={8} p="md">
          <Skeleton height={16} width="70%" />
          <Skeleton height={40} />
        </Stack>
      )}
      {isEmpty && t('Nothing has moved here yet.')}
      {data && !isEmpty && <MovementStories stories={data.items} currency={data.currency} />}
    </Panel>
  )
}

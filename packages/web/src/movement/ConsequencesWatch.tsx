import { Loader } from '@mantine/core'
import { getDerivedStatus } from '@sinew/contract/chain/chain-contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './movement.module.css'

const askEveryMs = 300
/** A queue that stands still is not waited for; the numbers come with the next look. */
const longestMs = 20_000

/**
 * After every write: waits until its consequences are worked out, says so while it takes longer than a blink, and then has
 * every number on screen read again. Stands once around all pages.
 */
export function ConsequencesWatch() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const api = useOrganizationApi()
  const [startedAt, start] = useState<number | null>(null)

  // The cache of writes is outside of React: this listens to it for as long as the frame is on screen.
  useEffect(
    () =>
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') start(Date.now())
      }),
    [queries],
  )

  const isWatching = startedAt !== null
  const status = useQuery({
    ...api.query(getDerivedStatus),
    queryKey: [getDerivedStatus.id, { organizationId: api.organizationId }, { startedAt }] as const,
    enabled: isWatching,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: askEveryMs,
  })
  const isSettled = status.data?.settled === true
  const isOverdue = isWatching && status.dataUpdatedAt - (startedAt ?? 0) > longestMs

  // What was read while the numbers were being worked out is read again once they stand.
  useEffect(() => {
    if (!isWatching || (!isSettled && !isOverdue)) return
    start(null)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== getDerivedStatus.id })
  }, [isWatching, isSettled, isOverdue, queries])

  if (!isWatching || !status.data || isSettled) return null
  return (
    <div className={classes.watchPlace}>
      <span className={classes.watch} role="status">
        <Loader size={14} />
        {t('Working out consequences…')}
      </span>
    </div>
  )
}

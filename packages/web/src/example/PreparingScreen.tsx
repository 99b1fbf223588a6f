import { Button, Progress, Stack, Text } from '@mantine/core'
import { getExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountFrame } from '../account/AccountFrame.tsx'
import { readQuery } from '../api/api-query.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'

const route = getRouteApi('/signed-in/welcome/example')

/** A year is being told, step by step, through the same rules as real work; this takes half a minute or so. */
export function Screen() {
  const { t } = useTranslation()
  const { organization: organizationId, slug } = route.useSearch()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data } = useQuery({
    ...readQuery(getExampleProgress, { organizationId }, {}),
    refetchInterval: (query) => (query.state.data?.state === 'telling' || !query.state.data ? 500 : false),
  })
  const told = data?.state === 'told'
  // The page waits for something outside of React: the job that tells the story.
  useEffect(() => {
    if (!told) return
    void queries
      .refetchQueries({ queryKey: sessionQuery.queryKey })
      .then(() => navigate({ to: paths.pulse, params: { slug }, replace: true }))
  }, [told, queries, navigate, slug])

  const share = data && data.total > 0 ? Math.round((data.done / data.total) * 100) : 0
  if (data?.state === 'failed') {
    return (
      <AccountFrame
        title={t('The example could not be finished')}
        sentence={t('What went wrong is in the server’s log. You can look at what is there, or start with your own.')}
      >
        <Button component={Link} to={paths.welcome}>
          {t('Back to the two doors')}
        </Button>
      </AccountFrame>
    )
  }
  return (
    <AccountFrame
      title={t('Telling a year at Brightwater Software')}
      sentence={t(
        'Ten people find thirty risks, put controls in place, prove them, and let one restore test slip. Every step goes through the same rules as yours will.',
      )}
    >
      <Stack gap="xs">
        <Progress value={Math.max(share, 2)} size="lg" aria-label={t('Progress')} transitionDuration={300} />
        <Text size="sm" c="dimmed" role="status">
          {told ? t('Ready.') : t('{{share}} % of the year', { share })}
        </Text>
      </Stack>
    </AccountFrame>
  )
}

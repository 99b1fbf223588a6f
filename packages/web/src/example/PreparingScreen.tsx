import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { exampleProgressQuery } from '../app/example-progress-query.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { TellingAgain } from './TellingAgain.tsx'
import { TellingProgress } from './TellingProgress.tsx'

const route = getRouteApi('/signed-in/welcome/example')
const askEveryMs = 500

/** What every page of an example company leads to until its year is told: half of it would be wrong numbers. */
export function Screen() {
  const { organization: organizationId, slug } = route.useSearch()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data } = useQuery({
    ...exampleProgressQuery(organizationId),
    refetchInterval: (query) => (query.state.data?.state === 'telling' || !query.state.data ? askEveryMs : false),
  })
  const told = data?.state === 'told'
  // The page waits for something outside of React: the job that tells the story.
  useEffect(() => {
    if (!told) return
    void queries
      .refetchQueries({ queryKey: sessionQuery.queryKey })
      .then(() => navigate({ to: paths.pulse, params: { slug }, replace: true }))
  }, [told, queries, navigate, slug])

  if (data?.state === 'failed' || data?.state === 'interrupted') {
    return <TellingAgain organizationId={organizationId} why={data.state} />
  }
  return <TellingProgress progress={data} />
}

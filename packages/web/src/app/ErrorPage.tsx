import { Button, Group } from '@mantine/core'
import { ApiError } from '@sinew/contract/client.ts'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingHere } from './NotFoundPage.tsx'
import { paths } from './paths.ts'

/** What a page shows when it could not be made: what happened, the request id to quote, and a way on. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  if (error instanceof ApiError && error.status === 404) return <NothingHere detail={error.message} />
  const requestId = error instanceof ApiError ? error.problem.requestId : undefined
  return (
    <main style={{ paddingTop: '12vh' }} role="alert">
      <EmptyState
        title={error instanceof ApiError ? error.problem.title : t('This page could not be shown')}
        action={
          <Group>
            <Button onClick={() => void router.invalidate()}>{t('Try again')}</Button>
            <Button variant="default" component={Link} to={paths.home}>
              {t('Go to the start')}
            </Button>
          </Group>
        }
      >
        {error instanceof ApiError ? error.message : t('The server cannot be reached, or this page has a fault.')}
        {requestId && <span style={{ display: 'block' }}>{t('Request {{id}}', { id: requestId })}</span>}
      </EmptyState>
    </main>
  )
}

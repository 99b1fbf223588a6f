import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
  return <NothingHere />
}

/** `detail` is what the server said, where it was asked: why an invitation no longer works, what is not there. */
export function NothingHere({ detail }: { readonly detail?: string }) {
  const { t } = useTranslation()
  return (
    <main style={{ paddingTop: '12vh' }}>
      <EmptyState
        title={t('Nothing at this address')}
        action={
          <Button component={Link} to={paths.home}>
            {t('Go to the start')}
          </Button>
        }
      >
        {detail ?? t('It may have been removed, it may be in another organisation, or the address is mistyped.')}
      </EmptyState>
    </main>
  )
}

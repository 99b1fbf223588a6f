import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
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
        {t('It may have been removed, it may be in another organisation, or the address is mistyped.')}
      </EmptyState>
    </main>
  )
}

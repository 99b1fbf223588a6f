import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
  return <NothingHere />
}

/** The same inside of an organisation, whose menu stays. */
export function NotFoundInside() {
  return <NothingAt to={paths.pulse} />
}

/** `detail` is what the server said, where it was asked: why an invitation no longer works, what is not there. */
export function NothingHere({ detail }: { readonly detail?: string }) {
  return (
    <main style={{ paddingTop: '12vh' }}>
      <NothingAt to={paths.home} detail={detail} />
    </main>
  )
}

function NothingAt({ to, detail }: { readonly to: string; readonly detail?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('Nothing at this address')}
      action={
        <Button component={Link} to={to}>
          {t('Go to the start')}
        </Button>
      }
    >
      {detail ?? t('It may have been removed, it may be in another organisation, or the address is mistyped.')}
    </EmptyState>
  )
}

import { Skeleton } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Takes the room of a header and a list, so that nothing jumps when the page comes. */
export function PendingPage() {
  const { t } = useTranslation()
  return (
    <div aria-busy="true" aria-label={t('Loading')} role="status">
      <Skeleton height={30} width="min(320px, 60%)" mb={10} />
      <Skeleton height={18} width="min(560px, 85%)" mb={26} />
      <Skeleton height={34} mb={12} />
      {rows.map((row) => (
        <Skeleton key={row} height={36} mb={6} />
      ))}
    </div>
  )
}

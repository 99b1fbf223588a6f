import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState, type EmptyStateProps } from './EmptyState.tsx'

/** A list that its filters leave empty. */
export function NothingFits({ noun, title }: Pick<EmptyStateProps, 'noun' | 'title'>) {
  const { t } = useTranslation()
  return (
    <EmptyState noun={noun} title={title}>
      {t('Clear a filter to see the others.')}
    </EmptyState>
  )
}

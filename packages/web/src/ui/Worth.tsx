import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from './Money.tsx'

/** What doing something takes off the proven loss of a year; nothing where it takes nothing off, or nobody knows. */
export function Worth({ minor, currency }: { readonly minor: number | null; readonly currency: string }) {
  const { t } = useTranslation()
  if (minor === null || minor < 1) return null
  return (
    <span title={t('Doing it takes this off the proven yearly loss.')} style={{ whiteSpace: 'nowrap' }}>
      −<Money minor={minor} currency={currency} />
    </span>
  )
}

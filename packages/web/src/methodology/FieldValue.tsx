import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'

/** A field of a methodology, by its path, as people read it. */
export function FieldValue({ path, value }: { readonly path: string; readonly value: unknown }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  if (value === null || value === undefined || value === '') return <>–</>
  if (path.endsWith('Minor') && typeof value === 'number') return <Money minor={value} currency={currency} />
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>
  return <>{typeof value === 'string' ? t(value) : String(value)}</>
}

import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { controlQuery } from './control-queries.ts'

/** The reference behind an identifier, where only that is at hand: in the comparison of two versions. */
export function ControlName({ id }: { readonly id: string | null }) {
  const { t } = useTranslation()
  const control = useQuery({ ...controlQuery(useOrganizationApi(), id ?? ''), enabled: id !== null })
  return id === null ? t('None') : (control.data?.ref ?? '…')
}

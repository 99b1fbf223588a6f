import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { personQuery } from './person-queries.ts'

/** The name behind an identifier, where only that is at hand: in the comparison of two versions. */
export function PersonName({ id }: { readonly id: string | null }) {
  const { t } = useTranslation()
  const person = useQuery({ ...personQuery(useOrganizationApi(), id ?? ''), enabled: id !== null })
  return id === null ? t('Nobody') : (person.data?.name ?? '…')
}

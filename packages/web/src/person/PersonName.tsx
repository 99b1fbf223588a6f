import { getPerson } from '@sinew/contract/person/person-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { personQuery } from './person-queries.ts'

/** The name behind an identifier, where only that is at hand: in the comparison of two versions. */
export function PersonName({ id }: { readonly id: string | null }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const person = useQuery({ ...personQuery(api, id ?? ''), enabled: id !== null && api.mayAsk(getPerson) })
  return id === null ? t('Nobody') : (person.data?.name ?? '…')
}

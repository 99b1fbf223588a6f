import { getControl } from '@sinew/contract/control/control-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { controlQuery } from './control-queries.ts'

/** The reference behind an identifier, where only that is at hand: in the comparison of two versions. */
export function ControlName({ id }: { readonly id: string | null }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const control = useQuery({ ...controlQuery(api, id ?? ''), enabled: id !== null && api.mayAsk(getControl) })
  return id === null ? t('None') : (control.data?.ref ?? '…')
}

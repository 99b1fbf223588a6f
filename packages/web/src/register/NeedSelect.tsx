import { Select } from '@mantine/core'
import { getControl } from '@sinew/contract/control/control-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

type Props = {
  readonly label: string
  readonly description?: string
  readonly error?: React.ReactNode
  /** Of which control; null until one is chosen in the form. */
  readonly controlId: string | null
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** One evidence need of the control that the form names. */
export function NeedSelect({ controlId, value, onChange, ...rest }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const control = useQuery({
    ...api.query(getControl, { params: { controlId: controlId ?? '' } }),
    enabled: controlId !== null,
  }).data
  const needs = controlId === null ? [] : (control?.needs ?? [])
  return (
    <Select
      {...rest}
      clearable
      placeholder={controlId === null ? t('Choose a control first') : t('All of them')}
      nothingFoundMessage={t('This control has no evidence need yet')}
      disabled={controlId === null}
      data={needs.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  )
}

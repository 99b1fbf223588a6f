import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { search } from '@sinew/contract/search/search-contract.ts'
import type { Named } from '@sinew/core/register/register.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { entityOfHit } from './search-entity.ts'
import { useRegisterOptions } from './use-register-options.ts'

export type ReferenceSelectProps = {
  readonly to: string
  readonly label: string
  readonly description?: string
  readonly required?: boolean
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** What is chosen now, shown before any list has come. */
  readonly current: Named | null
  readonly error?: React.ReactNode
  readonly comboboxProps?: SelectProps['comboboxProps']
}

/** Chooses an object of another kind, searched at the server by what people call it and by words of its name. */
export function ReferenceSelect({ to, value, onChange, current, required, ...rest }: ReferenceSelectProps) {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const shownNow = current === null ? '' : labelOf(current)
  const [q] = useDebouncedValue(typed === shownNow ? '' : typed.trim(), 200)
  const listed = useRegisterOptions(to, q)
  const found = useQuery({
    ...useOrganizationApi().query(search, { query: { q: q === '' ? '1' : q, limit: 30 } }),
    enabled: listed === null && q !== '',
    placeholderData: keepPreviousData,
  })
  const hits = listed ?? (found.data?.items ?? []).filter(({ kind }) => entityOfHit(kind) === to).map(hitToNamed)
  const known = current !== null && !hits.some(({ id }) => id === current.id) ? [current, ...hits] : hits
  return (
    <Select
      searchable
      clearable={!required}
      withAsterisk={required}
      placeholder={listed === null ? t('Type to search') : t('None')}
      nothingFoundMessage={q === '' && listed === null ? t('Type to search') : t('Nothing of that name')}
      {...rest}
      data={known.map((one) => ({ value: one.id, label: labelOf(one) }))}
      // Matched at the server.
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={type}
    />
  )
}

const labelOf = ({ ref, name }: Named) => `${ref} ${name}`

type Hit = { readonly id: string; readonly ref: string; readonly title: string }
const hitToNamed = ({ id, ref, title }: Hit): Named => ({ id, ref, name: title })

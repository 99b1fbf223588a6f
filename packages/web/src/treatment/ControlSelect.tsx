import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

export type ControlSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> & {
  readonly value: string | null
  readonly onChange: (controlId: string | null) => void
  readonly currentName?: string | null
}

/** Chooses a control, searched at the server by reference and title. */
export function ControlSelect({ value, onChange, currentName, ...rest }: ControlSelectProps) {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const [chosenName, setChosenName] = useState(currentName ?? '')
  // The field shows the name of what is chosen; that is no search.
  const [q] = useDebouncedValue(typed === chosenName ? '' : typed.trim(), 200)
  const controls = useQuery({
    ...useOrganizationApi().query(listControls, { query: { pageSize: 100, ...(q ? { q } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const options = (controls.data?.items ?? []).map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))
  const isListed = options.some((option) => option.value === value)
  const current = value !== null && !isListed && chosenName ? [{ value, label: chosenName }] : []
  return (
    <Select
      searchable
      clearable
      placeholder={t('A.8.13, backup, …')}
      nothingFoundMessage={controls.isFetching ? t('Searching…') : t('No control of that name')}
      {...rest}
      data={[...current, ...options]}
      filter={({ options: all }) => all}
      value={value}
      onChange={(controlId, option) => {
        setChosenName(option?.label ?? '')
        onChange(controlId)
      }}
      onSearchChange={type}
    />
  )
}

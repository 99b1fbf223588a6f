import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

export type PersonSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> & {
  readonly value: string | null
  readonly onChange: (personId: string | null) => void
  /** Name of the present choice, shown before any list has come, and when that person has left. */
  readonly currentName?: string | null
  /** Somebody who cannot be chosen: the person who leaves, as their own successor. */
  readonly except?: string
}

/** Chooses somebody who is still here; searched at the server, so any number of people will do. */
export function PersonSelect({ value, onChange, currentName, except, ...rest }: PersonSelectProps) {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const [chosenName, setChosenName] = useState(currentName ?? '')
  // The field shows the name of whoever is chosen; that is no search.
  const [q] = useDebouncedValue(typed === chosenName ? '' : typed.trim(), 200)
  const people = useQuery({
    ...useOrganizationApi().query(listPeople, { query: { active: true, pageSize: 50, ...(q ? { q } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const options = (people.data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, name, jobTitle }) => ({ value: id, label: name, jobTitle }))
  const isListed = options.some((option) => option.value === value)
  const current = value !== null && !isListed && currentName ? [{ value, label: currentName, jobTitle: '' }] : []
  return (
    <Select
      searchable
      clearable
      placeholder={t('Nobody')}
      nothingFoundMessage={people.isFetching ? t('Searching…') : t('Nobody of that name is here')}
      {...rest}
      data={[...current, ...options]}
      // Names were matched at the server, by e-mail and job title too.
      filter={({ options: all }) => all}
      renderOption={({ option }) => (
        <span>
          {option.label}{' '}
          <small style={{ color: 'var(--sn-ink-3)' }}>{(option as { jobTitle?: string }).jobTitle}</small>
        </span>
      )}
      value={value}
      onChange={(personId, option) => {
        setChosenName(option?.label ?? '')
        onChange(personId)
      }}
      onSearchChange={type}
    />
  )
}

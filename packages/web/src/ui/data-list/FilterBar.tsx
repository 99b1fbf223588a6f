import { CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { later } from '../later.ts'
import classes from './DataList.module.css'

// Few lists filter by several values at once.
const SomeSelect = later(async () => (await import('./SomeSelect.tsx')).SomeSelect)

/** Letters that fit half the width of a phone. */
const longName = 16

type Option = { readonly value: string; readonly label: string }

export type Filter = {
  readonly key: string
  readonly label: string
  /** `one` of the options, `some` of them, or yes/no. */
  readonly kind: 'one' | 'some' | 'flag'
  readonly options?: readonly Option[]
}

type Values = Readonly<Record<string, unknown>>

export type FilterBarProps = {
  readonly filters: readonly Filter[]
  /** The address's search parameters. */
  readonly values: Values
  /** Changes the address; undefined removes a filter. */
  readonly onChange: (patch: Values) => void
  readonly searchLabel?: string
}

/** Search text and filters of a list. The address is the state: a filtered list can be sent as a link. */
export function FilterBar({ filters, values, onChange, searchLabel }: FilterBarProps) {
  const { t } = useTranslation()
  const change = (key: string, value: unknown) => onChange({ [key]: value, page: undefined })
  const isFiltered = [...filters.map(({ key }) => key), 'q'].some((key) => values[key] !== undefined)
  return (
    <>
      <SearchInput
        label={searchLabel ?? t('Search')}
        value={String(values.q ?? '')}
        onSearch={(q) => change('q', q || undefined)}
      />
      {filters.filter(isChoice).map((filter) => (
        <FilterInput
          key={filter.key}
          filter={filter}
          value={values[filter.key]}
          onChange={(value) => change(filter.key, value)}
        />
      ))}
      {isFiltered && (
        <button
          type="button"
          className={classes.clear}
          onClick={() =>
            onChange(Object.fromEntries([...filters.map(({ key }) => key), 'q', 'page'].map((key) => [key, undefined])))
          }
        >
          {t('Clear filters')}
        </button>
      )}
    </>
  )
}

/** Nothing to choose from is no filter: the reader may not see whose they are, or there is nobody yet. */
const isChoice = ({ kind, options = [] }: Filter): boolean => kind === 'flag' || options.length > 0

type SearchProps = { readonly label: string; readonly value: string; readonly onSearch: (text: string) => void }

function SearchInput({ label, value, onSearch }: SearchProps) {
  const { t } = useTranslation()
  const [typed, type] = useState<string | null>(null)
  const send = useDebouncedCallback((text: string) => {
    onSearch(text)
    type(null)
  }, 250)
  const change = (text: string) => {
    type(text)
    send(text)
  }
  const text = typed ?? value
  return (
    <TextInput
      className={classes.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={text && <CloseButton size="sm" aria-label={t('Clear the search')} onClick={() => change('')} />}
      value={text}
      maxLength={200}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

type InputProps = { readonly filter: Filter; readonly value: unknown; readonly onChange: (value: unknown) => void }

function FilterInput({ filter: { label, kind, options = [] }, value, onChange }: InputProps) {
  const { t } = useTranslation()
  const data =
    kind === 'flag'
      ? [
          { value: 'true', label: t('Yes') },
          { value: 'false', label: t('No') },
        ]
      : [...options]
  const shared = {
    'aria-label': label,
    placeholder: label,
    data,
    clearable: true,
    searchable: data.length > 8,
    className: label.length > longName ? `${classes.filter} ${classes.long}` : classes.filter,
  }
  if (kind === 'some') {
    const values = Array.isArray(value) ? value.map(String) : []
    return (
      <SomeSelect
        {...shared}
        placeholder={values.length === 0 ? label : undefined}
        value={values}
        onChange={(next) => onChange(next.length > 0 ? next : undefined)}
      />
    )
  }
  const pick = (next: string | null) => onChange(next === null ? undefined : kind === 'flag' ? next === 'true' : next)
  return (
    <Select
      {...shared}
      value={value === undefined ? null : String(value)}
      onChange={pick}
      data-active={value !== undefined || undefined}
    />
  )
}

import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

type Asset = { readonly id: string; readonly number: number; readonly title: string }

export type AssetsSelectProps = Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
  readonly value: readonly string[]
  readonly onChange: (assetIds: string[]) => void
  /** Those chosen already, so that they have names before any list has come. */
  readonly known?: readonly Asset[]
}

/** Chooses assets, searched at the server. */
export function AssetsSelect({ value, onChange, known = [], ...rest }: AssetsSelectProps) {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const [seen, see] = useState<ReadonlyMap<string, string>>(new Map(known.map((asset) => [asset.id, nameOf(asset)])))
  const [q] = useDebouncedValue(typed.trim(), 200)
  const assets = useQuery({
    ...useOrganizationApi().query(listAssets, { query: { pageSize: 50, ...(q ? { q } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const found = (assets.data?.items ?? []).map((asset) => ({ value: asset.id, label: nameOf(asset) }))
  const chosen = value.filter((id) => !found.some((option) => option.value === id))
  return (
    <MultiSelect
      searchable
      clearable
      nothingFoundMessage={t('No asset of that name')}
      {...rest}
      data={[...chosen.map((id) => ({ value: id, label: seen.get(id) ?? '…' })), ...found]}
      filter={({ options }) => options}
      value={[...value]}
      onSearchChange={type}
      onChange={(ids) => {
        see(new Map([...seen, ...found.map((option) => [option.value, option.label] as const)]))
        onChange(ids)
      }}
    />
  )
}

const nameOf = ({ number, title }: Asset) => `${assetRef(number)} ${title}`

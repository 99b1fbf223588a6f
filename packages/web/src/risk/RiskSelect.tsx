import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

export type RiskSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> & {
  readonly value: string | null
  readonly onChange: (riskId: string | null) => void
}

/** Chooses a risk that is open, searched at the server by title. */
export function RiskSelect({ value, onChange, ...rest }: RiskSelectProps) {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const [chosenName, setChosenName] = useState('')
  // The field shows the name of what is chosen; that is no search.
  const [q] = useDebouncedValue(typed === chosenName ? '' : typed.trim(), 200)
  const risks = useQuery({
    ...useOrganizationApi().query(listRisks, { query: { pageSize: 100, sort: 'number', ...(q ? { q } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const options = (risks.data?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${riskRef(number)} ${title}`,
  }))
  const isListed = options.some((option) => option.value === value)
  const current = value !== null && !isListed && chosenName ? [{ value, label: chosenName }] : []
  return (
    <Select
      searchable
      placeholder={t('Phishing, laptop, …')}
      nothingFoundMessage={risks.isFetching ? t('Searching…') : t('No risk of that name')}
      {...rest}
      data={[...current, ...options]}
      filter={({ options: all }) => all}
      value={value}
      onChange={(riskId, option) => {
        setChosenName(option?.label ?? '')
        onChange(riskId)
      }}
      onSearchChange={type}
    />
  )
}

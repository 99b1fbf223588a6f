import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { riskStatuses, treatmentOptions } from '@sinew/contract/risk/risk-words.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import classes from './risk.module.css'
import { methodologyQuery } from './risk-queries.ts'
import type { RiskSearch } from './risk-search.ts'

type Props = { readonly search: RiskSearch; readonly onChange: (patch: object) => void }

export function RiskFilters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const people =
    useQuery(useOrganizationApi().query(listPeople, { query: { active: true, pageSize: 200 } })).data?.items ?? []
  const words = (values: readonly string[]) => values.map((value) => ({ value, label: t(value) }))
  return (
    <>
      <FilterBar
        searchLabel={t('Search risks')}
        values={search}
        onChange={onChange}
        filters={[
          { key: 'status', label: t('Status'), kind: 'some', options: words(riskStatuses) },
          { key: 'level', label: t('Level'), kind: 'some', options: words(riskLevels) },
          {
            key: 'ownerId',
            label: t('Owner'),
            kind: 'one',
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'treatment', label: t('Treatment'), kind: 'one', options: words(treatmentOptions) },
          { key: 'aboveAppetite', label: t('Above appetite'), kind: 'flag' },
          { key: 'reviewOverdue', label: t('Review overdue'), kind: 'flag' },
        ]}
      />
      <PlaceFilter search={search} onChange={onChange} />
    </>
  )
}

/** A cell of the heat map, as it was clicked: one button takes it away. */
function PlaceFilter({ search: { likelihoodBand, consequenceBand, state = 'proven' }, onChange }: Props) {
  const { t } = useTranslation()
  const { content } = useSuspenseQuery(methodologyQuery(useOrganizationApi())).data
  if (likelihoodBand === undefined && consequenceBand === undefined) return null
  const place = [
    content.likelihoodBands[likelihoodBand ?? -1]?.name,
    content.consequenceBands[consequenceBand ?? -1]?.name,
  ]
  return (
    <button
      type="button"
      className={classes.placeFilter}
      aria-label={t('Remove the place filter')}
      onClick={() =>
        onChange({ likelihoodBand: undefined, consequenceBand: undefined, state: undefined, page: undefined })
      }
    >
      {t(state)}: {place.filter((name) => name !== undefined).join(' × ')} ✕
    </button>
  )
}

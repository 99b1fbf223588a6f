import { reasonWords } from '@sinew/core/soa/soa-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { reasons, type SoaSearch, sorts, themes } from './soa-search.ts'
import { themeSentence } from './soa-words.ts'

type Props = { readonly search: SoaSearch; readonly onSearch: (patch: Partial<SoaSearch>) => void }

/** What the numbers above the lines do not filter already. */
export function SoaFilters({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const options = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
    values.map((value) => ({ value, label: t(words[value] as string) }))
  const sortWords = { '-gap': 'What its gap costs', '-worth': 'What it is worth' } as const
  const filterWords = { ...reasonWords, none: 'No reason' }
  return (
    <FilterBar
      searchLabel={t('Search the lines')}
      values={search}
      onChange={({ page: _page, ...patch }) => onSearch(patch as Partial<SoaSearch>)}
      filters={[
        { key: 'theme', label: t('Theme'), kind: 'some', options: options(themes, themeSentence) },
        { key: 'applicable', label: t('Applicable'), kind: 'flag' },
        { key: 'reason', label: t('Reason'), kind: 'some', options: options(reasons, filterWords) },
        { key: 'sort', label: t('Largest first'), kind: 'one', options: options(sorts, sortWords) },
      ]}
    />
  )
}

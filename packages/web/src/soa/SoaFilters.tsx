import { useTranslation } from 'react-i18next'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { proofSentence } from '../ui/proof-kind.ts'
import { implementations, proofs, reasons, type SoaSearch, severities, themes } from './soa-search.ts'
import { implementationSentence, reasonSentence, themeSentence } from './soa-words.ts'

type Props = { readonly search: SoaSearch; readonly onSearch: (patch: Partial<SoaSearch>) => void }

export function SoaFilters({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const options = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
    values.map((value) => ({ value, label: t(words[value] as string) }))
  const reasonWords = { ...reasonSentence, none: 'No reason' }
  const severityWords = { error: 'With errors', warning: 'With warnings', note: 'With notes' }
  const changedWords = { any: 'Changed at all', decision: 'Decided anew', status: 'Status only' }
  return (
    <FilterBar
      searchLabel={t('Search the lines')}
      values={search}
      onChange={({ page: _page, ...patch }) => onSearch(patch as Partial<SoaSearch>)}
      filters={[
        { key: 'theme', label: t('Theme'), kind: 'some', options: options(themes, themeSentence) },
        { key: 'applicable', label: t('Applicable'), kind: 'flag' },
        { key: 'reason', label: t('Reason'), kind: 'some', options: options(reasons, reasonWords) },
        {
          key: 'implementation',
          label: t('Implementation'),
          kind: 'some',
          options: options(implementations, implementationSentence),
        },
        { key: 'proof', label: t('Proof'), kind: 'some', options: options(proofs, proofSentence) },
        { key: 'severity', label: t('Findings'), kind: 'some', options: options(severities, severityWords) },
        {
          key: 'changed',
          label: t('Changed'),
          kind: 'one',
          options: options(['any', 'decision', 'status'] as const, changedWords),
        },
      ]}
    />
  )
}

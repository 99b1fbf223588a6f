import { useDebouncedValue } from '@mantine/hooks'
import { type SearchKind, search } from '@sinew/contract/search/search-contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { pageOf, type paths } from '../app/paths.ts'
import { registerNouns } from '../app/register-nouns.ts'
import { type Noun, nounIcons } from '../ui/noun-icons.ts'
import type { SearchEntry } from './SearchBox.tsx'

const waitMs = 150
const nouns: Partial<Readonly<Record<SearchKind, Noun>>> = {
  risk: 'risk',
  control: 'control',
  evidence: 'evidence',
  asset: 'asset',
  obligation: 'obligation',
  occurrence: 'occurrence',
  person: 'person',
  action: 'treatment',
  collector: 'collector',
}

/** Objects that fit what was typed, best first; those of which the app has no page are left out. */
export function useFoundObjects(typed: string): {
  readonly entries: readonly SearchEntry[]
  readonly isSearching: boolean
} {
  const api = useOrganizationApi()
  const go = useGo()
  const known = Object.keys(useRouter().routesByPath)
  const wanted = typed.trim()
  const [q] = useDebouncedValue(wanted, waitMs)
  const found = useQuery({
    ...api.query(search, { query: { q, limit: 12 } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const hits = wanted === '' ? [] : (found.data?.items ?? [])
  const entries = hits.flatMap(({ kind, id, ref, title }) => {
    const page = pageOf({ entity: kind, ref })
    if (page === null || !known.includes(page.to)) return []
    // `pageOf` fills exactly the parameters of the path it gives.
    const open = () => go(page.to as typeof paths.risk, page.params as { number: string })
    return [
      { id, title: `${ref} ${title}`, Icon: nounIcons[nouns[kind] ?? registerNouns[kind] ?? 'register'], go: open },
    ]
  })
  return { entries, isSearching: wanted !== '' && (wanted !== q || found.isFetching) }
}

import { keepPreviousData, type UseSuspenseQueryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { SavedViewsProps } from '../ui/data-list/SavedViews.tsx'
import { useSavedViews } from './use-saved-views.ts'

export type List<T, S extends object> = {
  readonly storageKey: string
  readonly data: T
  readonly isFetching: boolean
  readonly state: S
  readonly onState: (change: object) => void
  readonly savedViews: SavedViewsProps
}

/**
 * What a `DataList` shows of a list route: the page the address asks for (the one before it while that is read), and the
 * views kept of it. `screen` names the list where views and columns are kept.
 */
export function useList<T, S extends object>(
  screen: string,
  [search, onState]: readonly [S, (change: object) => void],
  query: UseSuspenseQueryOptions<T, Error, T, readonly [string, object, object]>,
): List<T, S> {
  const first = useSuspenseQuery(query).data
  const { data = first, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData })
  const savedViews = useSavedViews(screen, search as Readonly<Record<string, unknown>>, onState)
  return { storageKey: screen, data: data as T, isFetching, state: search, onState, savedViews }
}

/** The filters and the order a file of the list is written with: everything the address asks for but the page. */
export function exported({ page: _page, pageSize: _pageSize, ...asked }: Readonly<Record<string, unknown>>): object {
  return asked
}

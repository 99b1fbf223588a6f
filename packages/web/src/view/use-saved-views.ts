import { createView, deleteView, listViews, type SavedView } from '@sinew/contract/view/view-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import type { SavedViewsProps } from '../ui/data-list/SavedViews.tsx'

type Search = Readonly<Record<string, unknown>>

/**
 * The views a person keeps of one list, for `DataList`'s `savedViews`. `search` is what the address holds now; `onApply`
 * gets what a view held, with everything else of the present search undefined, so that it replaces it.
 */
export function useSavedViews(screen: string, search: Search, onApply: (patch: Search) => void): SavedViewsProps {
  const api = useOrganizationApi()
  const views = useQuery(api.query(listViews, { query: { screen } })).data?.items ?? []
  const keep = useOrganizationWrite(createView)
  const forget = useOrganizationWrite(deleteView)
  const cleared = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]))
  return {
    views,
    onApply: (id) => {
      const view = views.find((one) => one.id === id)
      if (view) onApply({ ...cleared, ...view.query, page: undefined })
    },
    onSave: (name) => void keep.send({ body: { screen, name, query: viewOf(search) } }),
    onDelete: (viewId) => void forget.send({ params: { viewId } }),
  }
}

/** A view is what is asked for, not the page one has reached, nor the date on screen. */
function viewOf({ page: _page, asOf: _asOf, ...asked }: Search): SavedView['query'] {
  return Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, SavedView['query'][string]] => {
      const [, value] = entry
      return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
    }),
  )
}

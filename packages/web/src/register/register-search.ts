import type { ListState } from '../ui/data-list/list-column.ts'

export type RegisterSearch = ListState & { readonly q?: string } & Readonly<Record<string, unknown>>

const known = { page: 'number', pageSize: 'number', sort: 'string', q: 'string' } as const

/**
 * The search of any register: its filters are names of its fields, which are loaded with the screen, so that here only their
 * form is looked at. What the register does not know, its route refuses in words.
 */
export function registerSearch(raw: Readonly<Record<string, unknown>>): RegisterSearch {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const wanted = (known as Readonly<Record<string, string>>)[name]
      const text = wanted === 'string' && typeof value === 'number' ? String(value) : value
      const isFine =
        wanted === undefined
          ? ['string', 'boolean'].includes(typeof text) && String(text).length <= 200
          : typeof text === wanted && text !== ''
      return [name, isFine ? text : undefined]
    }),
  )
}

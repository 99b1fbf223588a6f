/** One column of a `DataList`. */
export type ListColumn<T> = {
  readonly key: string
  readonly title: string
  readonly render: (row: T) => React.ReactNode
  /** The route's sort name; without one the column does not sort. */
  readonly sort?: string
  readonly width?: number | string
  readonly align?: 'left' | 'right' | 'center'
  /** Long text ends in an ellipsis instead of wrapping. */
  readonly ellipsis?: boolean
  /** Off until chosen in the column menu. */
  readonly hidden?: boolean
  /** Can not be switched off. */
  readonly fixed?: boolean
  /** Place on the card at phone width; `detail` (label and value) unless said, `none` leaves it out. */
  readonly card?: 'title' | 'reference' | 'corner' | 'detail' | 'none'
}

/** What a list's address holds; the screen's own search type has at least these. */
export type ListState = { readonly page?: number; readonly pageSize?: number; readonly sort?: string }

export type ListPage<T> = {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** Columns that are shown: chosen ones, else those not hidden at first; fixed ones always. */
export function shownColumns<T>(
  columns: readonly ListColumn<T>[],
  chosen: readonly string[] | null,
): readonly ListColumn<T>[] {
  return columns.filter((column) => column.fixed || (chosen === null ? !column.hidden : chosen.includes(column.key)))
}

/** `-title` → `{ key: 'title', descending: true }`. */
export function readSort(sort: string | undefined): { readonly key: string; readonly descending: boolean } | null {
  if (!sort) return null
  return sort.startsWith('-') ? { key: sort.slice(1), descending: true } : { key: sort, descending: false }
}

import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'
import { ListCards } from './ListCards.tsx'
import { ListPager } from './ListPager.tsx'
import { ListTable } from './ListTable.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import { type ListColumn, type ListPage, type ListState, shownColumns } from './list-column.ts'
import type { SavedViewsProps } from './SavedViews.tsx'
import { useChosenColumns } from './use-chosen-columns.ts'

export type DataListProps<T> = {
  /** What is listed, for people who hear it and for the empty line: `Risks`. */
  readonly label: string
  /** Remembers the chosen columns under this name. */
  readonly storageKey: string
  readonly columns: readonly ListColumn<T>[]
  readonly data: ListPage<T>
  readonly rowId: (row: T) => string
  /** How a row is called where only text fits: `R-12 Ransomware`. */
  readonly rowName: (row: T) => string
  /** Sort and page as the address has them, and the route's default sort. */
  readonly state: ListState
  readonly defaultSort: string
  /** Changes the address: `(patch) => navigate({ search: (old) => ({ ...old, ...patch }) })`. */
  readonly onState: (patch: ListState) => void
  readonly onOpen?: (row: T) => void
  /** A `FilterBar`, above the rows. */
  readonly filters?: ReactNode
  readonly savedViews?: SavedViewsProps
  /** Buttons for the chosen rows; `clear` ends the selection. Without it rows cannot be chosen. */
  readonly bulk?: (rows: readonly T[], clear: () => void) => ReactNode
  /** Address of the whole filtered list as a file. */
  readonly exportUrl?: (format: 'csv' | 'xlsx') => string
  /** Shown when nothing is there at all or nothing fits the filters. */
  readonly empty: ReactNode
  readonly isFetching?: boolean
}

/** Every list: server paging and sorting, column choice, filters, saved views, bulk actions, export, cards at phone width. */
export function DataList<T>(props: DataListProps<T>) {
  const { label, columns, data, rowId, state, defaultSort, onState, bulk, empty, isFetching = false } = props
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [chosen, choose] = useChosenColumns(props.storageKey)
  const [picked, pick] = useState<readonly string[]>([])
  const rows = data.items.filter((row) => picked.includes(rowId(row)))
  const selection = bulk ? { picked, pick } : undefined
  const sort = state.sort ?? defaultSort
  const shared = {
    label,
    columns: shownColumns(columns, chosen),
    data,
    rowId,
    rowName: props.rowName,
    onOpen: props.onOpen,
    selection,
  }
  const onSort = (next: string) => onState({ sort: next === defaultSort ? undefined : next, page: undefined })
  return (
    <section className={classes.root} aria-label={label} aria-busy={isFetching}>
      {(data.total > 0 || props.filters) && (
        <ListToolbar
          filters={props.filters}
          savedViews={props.savedViews}
          exportUrl={props.exportUrl}
          columns={columns}
          chosen={chosen}
          onChoose={choose}
          sort={sort}
          onSort={onSort}
        />
      )}
      {bulk && rows.length > 0 && (
        <div className={classes.bulk} role="status">
          <strong>{t('{{count}} chosen', { count: rows.length })}</strong>
          {bulk(rows, () => pick([]))}
        </div>
      )}
      <div className={classes.rows} data-fetching={isFetching || undefined}>
        {data.items.length === 0 && empty}
        {data.items.length > 0 && isNarrow && <ListCards {...shared} />}
        {data.items.length > 0 && !isNarrow && <ListTable {...shared} sort={sort} onSort={onSort} />}
      </div>
      <ListPager data={data} onState={onState} />
    </section>
  )
}

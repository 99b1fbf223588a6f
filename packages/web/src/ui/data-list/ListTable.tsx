import { Checkbox } from '@mantine/core'
import { DataTable, type DataTableColumn } from 'mantine-datatable'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'
import { type ListColumn, type ListPage, readSort } from './list-column.ts'

export type ListRowsProps<T> = {
  readonly label: string
  readonly columns: readonly ListColumn<T>[]
  readonly data: ListPage<T>
  readonly rowId: (row: T) => string
  readonly rowName: (row: T) => string
  readonly onOpen?: (row: T) => void
  readonly selection?: { readonly picked: readonly string[]; readonly pick: (ids: readonly string[]) => void }
}

type Props<T> = ListRowsProps<T> & { readonly sort: string; readonly onSort: (sort: string) => void }

/** Rows as a table: arrow keys or j and k move, Enter opens, x chooses. */
export function ListTable<T>({ label, columns, data, rowId, rowName, onOpen, selection, sort, onSort }: Props<T>) {
  const { t } = useTranslation()
  const [active, activate] = useState(0)
  const current = readSort(sort)
  const sorted = columns.find((column) => column.sort === current?.key)
  const toggle = (row: T) => selection?.pick(toggled(selection.picked, rowId(row)))
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: T) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen?.(row)
    else if (event.key === 'x') toggle(row)
    else if (!moveFocus(event.currentTarget, event.key)) return
    event.preventDefault()
  }
  const picker: DataTableColumn<T>[] = selection
    ? [
        pickerColumn(data.items, rowId, rowName, selection, t('Choose all rows'), (name) =>
          t('Choose {{name}}', { name }),
        ),
      ]
    : []
  return (
    <DataTable<T>
      aria-label={label}
      className={classes.table}
      records={[...data.items]}
      idAccessor={rowId}
      columns={[...picker, ...columns.map(toTableColumn)]}
      sortStatus={{ columnAccessor: sorted?.key ?? '', direction: current?.descending ? 'desc' : 'asc' }}
      onSortStatusChange={({ columnAccessor, direction }) => {
        const column = columns.find(({ key }) => key === columnAccessor)
        if (column?.sort) onSort(direction === 'desc' ? `-${column.sort}` : column.sort)
      }}
      highlightOnHover
      borderColor="var(--sn-line)"
      rowBorderColor="var(--sn-line)"
      highlightOnHoverColor="var(--sn-hover)"
      horizontalSpacing="sm"
      verticalSpacing={7}
      onRowClick={onOpen && (({ record, event }) => isPlainClick(event) && onOpen(record))}
      rowClassName={onOpen && classes.opens}
      customRowAttributes={(row, index) => ({
        tabIndex: index === Math.min(active, data.items.length - 1) ? 0 : -1,
        'data-picked': selection?.picked.includes(rowId(row)) || undefined,
        onFocus: () => activate(index),
        onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKeyDown(event, row),
      })}
    />
  )
}

function toTableColumn<T>(column: ListColumn<T>): DataTableColumn<T> {
  return {
    accessor: column.key,
    title: column.title,
    render: column.render,
    sortable: column.sort !== undefined,
    width: column.width,
    textAlign: column.align,
    ellipsis: column.ellipsis,
  }
}

type Selection = NonNullable<ListRowsProps<unknown>['selection']>
type NameOfChoice = (name: string) => string

function pickerColumn<T>(
  items: readonly T[],
  rowId: (row: T) => string,
  rowName: (row: T) => string,
  { picked, pick }: Selection,
  all: string,
  nameOf: NameOfChoice,
): DataTableColumn<T> {
  const ids = items.map(rowId)
  const here = ids.filter((id) => picked.includes(id)).length
  return {
    accessor: '__pick',
    width: 38,
    title: (
      <Checkbox
        size="xs"
        aria-label={all}
        checked={here > 0 && here === ids.length}
        indeterminate={here > 0 && here < ids.length}
        onChange={() => pick(here === ids.length ? [] : ids)}
      />
    ),
    render: (row) => (
      <Checkbox
        size="xs"
        aria-label={nameOf(rowName(row))}
        checked={picked.includes(rowId(row))}
        onChange={() => pick(toggled(picked, rowId(row)))}
      />
    ),
  }
}

export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

function moveFocus(row: HTMLTableRowElement, key: string): boolean {
  const down = key === 'ArrowDown' || key === 'j'
  if (!down && key !== 'ArrowUp' && key !== 'k') return false
  const next = down ? row.nextElementSibling : row.previousElementSibling
  if (next instanceof HTMLElement) next.focus()
  return true
}

/** Links, buttons and boxes inside a row keep their own click. */
export function isPlainClick(event: React.MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, input, label') === null
}

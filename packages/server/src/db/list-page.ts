import { type ReferenceExpression, type SelectQueryBuilder, type StringReference, sql } from 'kysely'

export type PageQuery = { readonly page: number; readonly pageSize: number; readonly sort: string }

/** Everything at once, for exports: the largest register the product is built for, with room. */
export const wholeList = { page: 1, pageSize: 200_000 } as const

export type Page<T> = { readonly items: T[]; readonly total: number; readonly page: number; readonly pageSize: number }

/**
 * Sorts, counts and cuts a list in SQL. `columns` maps each sort key of the contract to what it sorts by; the id breaks ties,
 * so that no row is shown twice or never.
 */
export async function listPage<DB, TB extends keyof DB, O, T>(
  query: SelectQueryBuilder<DB, TB, O>,
  wanted: PageQuery,
  columns: Readonly<Record<string, ReferenceExpression<DB, TB>>>,
  toItem: (row: O) => T,
  tieBreaker: ReferenceExpression<DB, TB>,
): Promise<Page<T>> {
  const rows = await cut(query, wanted, columns, tieBreaker).execute()
  return toPage(query, wanted, rows, toItem)
}

/** The same where every row has to be worked out to find the page: they are counted in passing, not once more. */
export async function listDerivedPage<DB, TB extends keyof DB, O, T>(
  query: SelectQueryBuilder<DB, TB, O>,
  wanted: PageQuery,
  columns: Readonly<Record<string, ReferenceExpression<DB, TB>>>,
  toItem: (row: O) => T,
  tieBreaker: ReferenceExpression<DB, TB>,
): Promise<Page<T>> {
  const counted = query.select(sql<number>`count(*) over ()::int`.as('page_total'))
  // Kysely loses what was selected where the columns are generic.
  const rows = (await cut(counted, wanted, columns, tieBreaker).execute()) as unknown as readonly (O & Counted)[]
  return toPage(query, wanted, rows, toItem, rows[0]?.page_total)
}

type Counted = { readonly page_total: number }

export type WidePage<DB, TB extends keyof DB, O> = {
  /** The id of the listed rows, one of the columns that the query selects under its own name. */
  readonly id: StringReference<DB, TB>
  readonly tieBreaker: ReferenceExpression<DB, TB>
  /** Where all rows have to be read anyway, as in the past, they are counted in passing; else by an index, on their own. */
  readonly readsAll: boolean
  /** Another way to ask for the same rows, where that finds the page sooner. */
  readonly choosing?: SelectQueryBuilder<DB, TB, O>
}

/**
 * The same for long lists of wide rows: the page is chosen by what it is sorted by, and only then are its rows fetched. In the
 * past, every column of every row would be taken out of the ledger otherwise.
 */
export async function listWidePage<DB, TB extends keyof DB, O, T>(
  query: SelectQueryBuilder<DB, TB, O>,
  wanted: PageQuery,
  columns: Readonly<Record<string, ReferenceExpression<DB, TB>>>,
  toItem: (row: O) => T,
  { id, tieBreaker, readsAll, choosing = query }: WidePage<DB, TB, O>,
): Promise<Page<T>> {
  const keys = choosing.clearSelect().select(sql<string>`${sql.ref(id)}`.as('page_key'))
  const counted = readsAll ? keys.select(sql<number>`count(*) over ()::int`.as('page_total')) : keys
  // Kysely loses what was selected where the columns are generic.
  const chosen = (await cut(counted, wanted, columns, tieBreaker).execute()) as unknown as readonly ChosenRow[]
  const ids = chosen.map((row) => row.page_key)
  // As one value: a whole register holds more rows than a statement may have parameters.
  const isChosen = sql<boolean>`${sql.ref(id)} = any(${ids}::uuid[])`
  const rows = ids.length === 0 ? [] : await query.where(isChosen).execute()
  const idOf = (row: O) => (row as Record<string, string>)[id.split('.').at(-1) ?? id] ?? ''
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  const sorted = ids.flatMap((one) => byId.get(one) ?? [])
  return toPage(choosing, wanted, sorted as O[], toItem, chosen[0]?.page_total)
}

type ChosenRow = { readonly page_key: string; readonly page_total?: number }

function cut<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  wanted: PageQuery,
  columns: Readonly<Record<string, ReferenceExpression<DB, TB>>>,
  tieBreaker: ReferenceExpression<DB, TB>,
): SelectQueryBuilder<DB, TB, O> {
  const descending = wanted.sort.startsWith('-')
  const column = columns[descending ? wanted.sort.slice(1) : wanted.sort]
  if (column === undefined) throw new Error(`No column for the sort key ${wanted.sort}`)
  return query
    .orderBy(column, (order) => (descending ? order.desc() : order.asc()).nullsLast())
    .orderBy(tieBreaker, descending ? 'desc' : 'asc')
    .limit(wanted.pageSize)
    .offset((wanted.page - 1) * wanted.pageSize)
}

async function toPage<DB, TB extends keyof DB, O, T>(
  query: SelectQueryBuilder<DB, TB, O>,
  { page, pageSize }: PageQuery,
  rows: readonly O[],
  toItem: (row: O) => T,
  counted?: number,
): Promise<Page<T>> {
  const offset = (page - 1) * pageSize
  const isLast = rows.length < pageSize && (rows.length > 0 || offset === 0)
  const total = counted ?? (isLast ? offset + rows.length : await countAll(query))
  return { items: rows.map((row) => toItem(row)), total, page, pageSize }
}

/** On its own: counted beside the rows, all columns of all of them would be worked out to show one page. */
async function countAll<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
  const row = await query.clearSelect().select(sql<number>`count(*)::int`.as('n')).executeTakeFirst()
  return (row as { n?: number } | undefined)?.n ?? 0
}

/** A search text as a LIKE pattern that takes its own wildcards literally. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`
}

import { type ReferenceExpression, type SelectQueryBuilder, sql } from 'kysely'

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
  const descending = wanted.sort.startsWith('-')
  const column = columns[descending ? wanted.sort.slice(1) : wanted.sort]
  if (column === undefined) throw new Error(`No column for the sort key ${wanted.sort}`)
  const rows = await query
    .select(sql<number>`count(*) over ()::int`.as('page_total'))
    .orderBy(column, (order) => (descending ? order.desc() : order.asc()).nullsLast())
    .orderBy(tieBreaker, descending ? 'desc' : 'asc')
    .limit(wanted.pageSize)
    .offset((wanted.page - 1) * wanted.pageSize)
    .execute()
  const first = rows[0] as { page_total?: number } | undefined
  const total = first?.page_total ?? (wanted.page === 1 ? 0 : await countAll(query))
  return { items: rows.map((row) => toItem(row as O)), total, page: wanted.page, pageSize: wanted.pageSize }
}

async function countAll<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
  const row = await query.clearSelect().select(sql<number>`count(*)::int`.as('n')).executeTakeFirst()
  return (row as { n?: number } | undefined)?.n ?? 0
}

/** A search text as a LIKE pattern that takes its own wildcards literally. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`
}

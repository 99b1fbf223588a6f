import {
  CommonTableExpressionNameNode,
  CommonTableExpressionNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  ParensNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type RootOperationNode,
  type SelectQueryNode,
  sql,
  WithNode,
} from 'kysely'
import type pg from 'pg'
import type { Reader } from '../context.ts'
import type { Database } from './database.ts'
import { findNamedIds } from './find-named-ids.ts'

type Column = { readonly name: string; readonly type: string }

/** The ledgered tables with their columns: what can be read as it was at a past instant. */
export type TimeTravelTables = ReadonlyMap<string, readonly Column[]>

export async function loadTimeTravelTables(pool: pg.Pool): Promise<TimeTravelTables> {
  const rows = await pool.query(
    `select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid
     where t.tgname = 'write_revision' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  )
  const tables = new Map<string, Column[]>()
  for (const row of rows.rows) {
    const columns = tables.get(row.table_name) ?? []
    columns.push({ name: row.column_name, type: row.type })
    tables.set(row.table_name, columns)
  }
  return tables
}

/**
 * Reads the past without a word in any store: every ledgered table a query names is shadowed by a common table expression
 * of the same name, as of one instant: the rows that have not changed since, and the versions of those that have. Only columns
 * a query uses are taken out of a stored version.
 */
export function asOf(db: Kysely<Database>, tables: TimeTravelTables, instant: Date): Kysely<Database> {
  return db.withPlugin(new TimeTravelPlugin(tables, instant))
}

/** The same transaction without its past: for what is known not to have changed since. */
export function present(db: Reader): Reader {
  // A reader is a transaction, with or without a plugin, of which only reading is shown.
  return (db as Kysely<Database>).withoutPlugins()
}

// Kysely asks for an object with these two methods; a class is its documented shape.
class TimeTravelPlugin implements KyselyPlugin {
  readonly #tables: TimeTravelTables
  readonly #instant: Date
  constructor(tables: TimeTravelTables, instant: Date) {
    this.#tables = tables
    this.#instant = instant
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (node.kind === 'RawNode') {
      throw new Error('A query written as raw SQL cannot be read as of a past instant; build it with selectFrom.')
    }
    if (node.kind !== 'SelectQueryNode') throw new Error('The past cannot be written.')
    const named = new Set<string>()
    collectTables(node, named)
    const shadows = [...named]
      .filter((name) => this.#tables.has(name))
      .map((name) => this.#shadow(name, this.#tables.get(name) ?? [], findNamedIds(node, name)))
    const [first, ...rest] = [...shadows, ...(node.with?.expressions ?? [])]
    if (first === undefined) return node
    const withNode = rest.reduce(
      (all, expression) => WithNode.cloneWithExpression(all, expression),
      WithNode.create(first, node.with?.recursive ? { recursive: true } : undefined),
    )
    return { ...withParentheses(node), with: withNode }
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }

  #shadow(name: string, columns: readonly Column[], ids: readonly unknown[] | null): CommonTableExpressionNode {
    const instant = sql`${this.#instant}::timestamptz`
    const list = sql.join(columns.map((column) => sql.id(column.name)))
    const pastList = sql.join(columns.map((column) => sql.raw(pastValue(column))))
    const named = ids === null ? sql`` : sql`, ${ids}::uuid[]`
    // What has not changed since is read where it is, by its own indexes; the ledger is asked for the rest alone.
    const shadow = sql`(select ${list} from ${sql.table(`public.${name}`)} where updated_at <= ${instant}
      union all select ${pastList} from past(${sql.lit(name)}, ${instant}${named}) as r)`
    return {
      ...CommonTableExpressionNode.create(CommonTableExpressionNameNode.create(name), shadow.toOperationNode()),
      materialized: false,
    }
  }
}

/** The other arms of a union got shadows of their own already, and `union all with …` is no SQL without parentheses. */
function withParentheses(node: SelectQueryNode): SelectQueryNode {
  if (!node.setOperations) return node
  return {
    ...node,
    setOperations: node.setOperations.map((operation) => ({
      ...operation,
      expression: ParensNode.create(operation.expression),
    })),
  }
}

function pastValue({ name, type }: Column): string {
  if (name === 'id') return 'r.entity_id'
  if (name === 'organization_id') return 'current_organization()'
  if (type === 'jsonb') return `nullif(r.row -> '${name}', 'null'::jsonb)`
  if (type === 'text[]') return `array(select jsonb_array_elements_text(r.row -> '${name}'))`
  return `(r.row ->> '${name}')::${type}`
}

function collectTables(node: unknown, into: Set<string>): void {
  if (Array.isArray(node)) {
    for (const one of node) collectTables(one, into)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const tree = node as Partial<OperationNode> & Record<string, unknown>
  if (tree.kind === 'TableNode') {
    const { identifier } = (node as { table: { identifier: { name: string } } }).table
    into.add(identifier.name)
    return
  }
  for (const value of Object.values(tree)) if (typeof value === 'object') collectTables(value, into)
}

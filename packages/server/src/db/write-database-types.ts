import { writeFile } from 'node:fs/promises'
import type pg from 'pg'

const typeOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  _text: 'readonly string[]',
  tstzrange: 'string',
  _int8: 'readonly string[]',
  bytea: 'Buffer',
  xid8: 'string',
}

/** The TypeScript shape of the migrated tables, so that a column's name and type are checked where they are used. */
export async function databaseTypes(owner: pg.Pool): Promise<string> {
  const columns = await owner.query(
    `select table_name, column_name, udt_name, is_nullable = 'YES' as nullable,
            column_default is not null or is_generated = 'ALWAYS' or is_identity = 'YES' as defaulted
     from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  )
  const tables = new Map<string, string[]>()
  for (const column of columns.rows) {
    const type = typeOf[column.udt_name]
    if (type === undefined)
      throw new Error(`No TypeScript type for ${column.table_name}.${column.column_name} (${column.udt_name})`)
    const nullable = column.nullable ? `${type} | null` : type
    const full = column.defaulted && !column.nullable ? `Generated<${nullable}>` : nullable
    const lines = tables.get(column.table_name) ?? []
    lines.push(`  ${column.column_name}: ${full}`)
    tables.set(column.table_name, lines)
  }
  const bodies = [...tables].map(([name, lines]) => `export type ${pascal(name)}Table = {\n${lines.join('\n')}\n}`)
  const names = [...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`)
  return [
    '// Written from the migrations by `npm run database-types`; do not edit. A test fails when it is out of date.',
    "import type { ColumnType } from 'kysely'",
    '',
    '// Filled in by the database when left out.',
    'type Generated<T> =',
    '  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>',
    '',
    '// Written as a Date or ISO text, read as a Date.',
    'type Timestamp = ColumnType<Date, Date | string, Date | string>',
    '// Written as JSON text, read as the parsed value, whose shape its reader states.',
    'type Json = ColumnType<unknown, string, string>',
    '',
    ...bodies,
    '',
    `export type Database = {\n${names.join('\n')}\n}`,
    '',
  ].join('\n')
}

function pascal(name: string): string {
  return name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}

export const databaseTypesFile = new URL('./database.ts', import.meta.url)

export async function writeDatabaseTypes(owner: pg.Pool): Promise<void> {
  await writeFile(databaseTypesFile, await databaseTypes(owner))
}

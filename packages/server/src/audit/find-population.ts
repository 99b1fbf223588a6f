import type { PopulationName } from '@sinew/core/audit/sample.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import { nameOfRow } from '../register/referenced-tables.ts'

type Time = { readonly from: string | null; readonly until: string | null }
type Population = {
  readonly table: string
  /** When a member came to be one. */
  readonly at: RawBuilder<unknown>
  readonly where?: RawBuilder<unknown>
}

const created = sql`one.created_at`
const populations: Readonly<Record<PopulationName, Population>> = {
  person: { table: 'person', at: created },
  joiner: { table: 'person', at: created, where: sql`one.active` },
  // Whoever is inactive left when that was last written.
  leaver: { table: 'person', at: sql`one.updated_at`, where: sql`not one.active` },
  change: { table: 'isms_change', at: created },
  incident: { table: 'incident', at: created },
  supplier: { table: 'supplier', at: created },
  evidence: { table: 'evidence', at: sql`one.collected_at` },
  asset: { table: 'asset', at: created },
  risk: { table: 'risk', at: created },
  treatment_action: { table: 'treatment_action', at: created },
  nonconformity: { table: 'nonconformity', at: sql`one.found_at` },
}

/** Registers of these subjects may be kept under another name; occurrences of risks are incidents where there are none. */
const stand: Partial<Readonly<Record<PopulationName, readonly string[]>>> = {
  change: ['isms_change', 'change'],
  incident: ['incident', 'risk_occurrence'],
  supplier: ['supplier'],
}

/** The members of a population by their references, in the order of their numbers: what a sample is drawn from. */
export async function findPopulation(
  db: Reader,
  of: PopulationName,
  { from, until }: Time,
): Promise<readonly string[]> {
  const { table: usual, at, where } = populations[of]
  const known = new Set(['risk_occurrence', ...registerHeads.map((head) => head.table as string)])
  const table = stand[of] === undefined ? usual : stand[of].find((name) => known.has(name))
  if (table === undefined) return []
  const { ref } = nameOfRow(table, 'one')
  const rows = await sql<{ ref: string }>`
    select ${ref} as ref from ${sql.table(table)} one
    where ${where ?? sql`true`}
      and (${from}::timestamptz is null or ${at} >= ${from}::timestamptz)
      and (${until}::timestamptz is null or ${at} <= ${until}::timestamptz)
    order by one.number`.execute(db)
  return rows.rows.map((row) => row.ref)
}

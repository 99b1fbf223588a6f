import type {
  Methodology,
  MethodologyContent,
  MethodologySummary,
} from '@sinew/contract/methodology/methodology-contract.ts'
import type { MethodologyInput } from '@sinew/core/chain/chain-snapshot.ts'
import { withAppetitePoints } from '@sinew/core/methodology/appetite-of.ts'
import { changeBehind } from '../change/change-behind.ts'
import type { Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'

const summaryColumns = [
  'id',
  'version',
  'version_number',
  'status',
  'note',
  'proposed_by',
  'proposed_by_name',
  'approved_by_name',
  'approved_at',
  'approved_alone',
  'is_default',
  'engine',
  'created_at',
  'updated_at',
] as const

function summaries(db: Reader) {
  return db.selectFrom('methodology').select(summaryColumns).select(changeBehind('methodology').as('change'))
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>

function toSummary(row: SummaryRow): MethodologySummary {
  return {
    id: row.id,
    version: row.version,
    versionNumber: row.version_number,
    status: row.status as MethodologySummary['status'],
    note: row.note,
    proposedBy: row.proposed_by,
    proposedByName: row.proposed_by_name,
    approvedByName: row.approved_by_name,
    approvedAt: row.approved_at?.toISOString() ?? null,
    approvedAlone: row.approved_alone,
    isDefault: row.is_default,
    change: row.change,
    engine: row.engine as MethodologySummary['engine'],
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export async function findMethodologyVersions(db: Reader): Promise<MethodologySummary[]> {
  const rows = await summaries(db).orderBy('version_number', 'desc').execute()
  return rows.map(toSummary)
}

export async function getMethodologyVersion(db: Reader, methodologyId: string): Promise<Methodology> {
  return withOutdatedCount(db, await summaries(db).select('content').where('id', '=', methodologyId).executeTakeFirst())
}

/** The approved version. An organisation has one from its first minute, so its absence in the past means: before that. */
export async function getMethodologyInForce(db: Reader): Promise<Methodology> {
  return withOutdatedCount(
    db,
    await summaries(db).select('content').where('status', '=', 'approved').executeTakeFirst(),
  )
}

async function withOutdatedCount(
  db: Reader,
  row: (SummaryRow & { readonly content: unknown }) | undefined,
): Promise<Methodology> {
  if (!row) throw notFound('methodology version')
  const { outdated } = await db
    .selectFrom('risk')
    .where('status', '<>', 'closed')
    .where('assessed_methodology', '<>', row.version_number)
    .select((select) => select.fn.countAll<number>().as('outdated'))
    .executeTakeFirstOrThrow()
  return { ...toSummary(row), content: toContent(row.content), outdatedRiskCount: Number(outdated) }
}

/** What the rules of core need of the version in force. */
export async function getMethodologyInput(db: Reader): Promise<MethodologyInput> {
  const row = await db
    .selectFrom('methodology')
    .select(['id', 'version_number', 'content'])
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (!row) throw notFound('methodology in force')
  return { ...toContent(row.content), id: row.id, version: row.version_number }
}

export async function lockMethodology(tx: Writer, methodologyId: string) {
  const row = await tx
    .selectFrom('methodology')
    .selectAll()
    .where('id', '=', methodologyId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('methodology version')
  return { ...row, content: toContent(row.content) }
}

// Written by our own use-cases, which validate it.
function toContent(content: unknown): MethodologyContent {
  return withAppetitePoints(content as MethodologyContent)
}

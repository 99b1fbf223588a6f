import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { hasPermission, type Role } from '@sinew/core/access/permissions.ts'
import type { SoaContent } from '@sinew/core/soa/soa-content.ts'
import { approvalRefusals, decisionRefusals } from '@sinew/core/soa/version-rules.ts'
import { sql } from 'kysely'
import { changeBehind } from '../change/change-behind.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'

/** Everything of a version but its content, which is large: how much is in it is counted by the database. */
function versions(db: Reader) {
  return db
    .selectFrom('soa_version')
    .select(['id', 'version', 'version_number', 'status', 'note', 'scope', 'methodology_version', 'content_hash'])
    .select(['proposed_by', 'proposed_by_name', 'proposed_at'])
    .select(['decided_by_name', 'decided_at', 'decision_note', 'approved_alone'])
    .select(changeBehind('soa_version').as('change'))
    .select([
      sql<number>`coalesce(jsonb_array_length(soa_version.content -> 'lines'), 0)`.as('line_count'),
      sql<number>`coalesce(jsonb_array_length(jsonb_path_query_array(soa_version.content, '$.lines[*] ? (@.applicable == false)')), 0)`.as(
        'excluded_count',
      ),
    ])
}

export type SoaVersionRow = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

/** A version as the one who asks sees it: with what stands in the way of their decision. */
function toSoaVersion(row: SoaVersionRow, userId: string, others: number): SoaVersion {
  const status = row.status as SoaVersion['status']
  const decision = { status, number: row.version_number, proposedBy: row.proposed_by, decidedBy: userId, others }
  const closed = [...decisionRefusals(decision)]
  return {
    id: row.id,
    version: row.version,
    number: row.version_number,
    status,
    note: row.note,
    scope: row.scope,
    methodologyVersion: row.methodology_version,
    hash: row.content_hash,
    lineCount: row.line_count,
    excludedCount: row.excluded_count,
    proposedByName: row.proposed_by_name,
    proposedAt: row.proposed_at.toISOString(),
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionNote: row.decision_note,
    approvedAlone: row.approved_alone,
    change: row.change,
    refusals: { approve: [...approvalRefusals(decision)], reject: closed, withdraw: closed },
  }
}

/** How many other members may propose or approve: whether there is anybody else to ask. */
export async function countOtherDeciders(db: Reader, userId: string): Promise<number> {
  const members = await db.selectFrom('member').where('user_id', '<>', userId).select('role').execute()
  return members.filter((member) => hasPermission(member.role as Role, 'soa:write')).length
}

export async function findSoaVersions(ctx: Context): Promise<SoaVersion[]> {
  const rows = await versions(ctx.db).orderBy('version_number', 'desc').execute()
  const others = await countOtherDeciders(ctx.db, ctx.actor.id)
  return rows.map((row) => toSoaVersion(row, ctx.actor.id, others))
}

/** Reads what `pick` leaves of the versions; null when nothing is left. */
async function findOne(
  ctx: Context,
  pick: (query: ReturnType<typeof versions>) => ReturnType<typeof versions>,
): Promise<SoaVersion | null> {
  const row = await pick(versions(ctx.db)).executeTakeFirst()
  return row === undefined ? null : toSoaVersion(row, ctx.actor.id, await countOtherDeciders(ctx.db, ctx.actor.id))
}

export async function getSoaVersion(ctx: Context, soaVersionId: string): Promise<SoaVersion> {
  const version = await findOne(ctx, (query) => query.where('id', '=', soaVersionId))
  if (version === null) throw notFound('version of the statement')
  return version
}

export async function getSoaVersionByNumber(ctx: Context, number: number): Promise<SoaVersion> {
  const version = await findOne(ctx, (query) => query.where('version_number', '=', number))
  if (version === null) throw notFound('version of the statement')
  return version
}

/** The version in force, and the one that waits for a decision. */
export async function findCurrentVersions(
  ctx: Context,
): Promise<{ readonly approved: SoaVersion | null; readonly proposed: SoaVersion | null }> {
  const approved = await findOne(ctx, (query) => query.where('status', '=', 'approved'))
  return { approved, proposed: await findOne(ctx, (query) => query.where('status', '=', 'proposed')) }
}

/** The version that was in force before this one was decided on, by number. */
export async function findPreviousApproved(ctx: Context, content: SoaContent): Promise<SoaVersion | null> {
  const { previous } = content
  return previous === null ? null : findOne(ctx, (query) => query.where('version_number', '=', previous.version))
}

export async function getSoaContent(db: Reader, soaVersionId: string): Promise<SoaContent> {
  const row = await db.selectFrom('soa_version').select('content').where('id', '=', soaVersionId).executeTakeFirst()
  if (!row) throw notFound('version of the statement')
  // Written by the proposal alone, and kept by the database ever since.
  return row.content as SoaContent
}

export async function getSoaVersionWithContent(ctx: Context, soaVersionId: string) {
  return { ...(await getSoaVersion(ctx, soaVersionId)), content: await getSoaContent(ctx.db, soaVersionId) }
}

/** Locks the version until the transaction ends, so that it is decided on once. */
export async function lockSoaVersion(tx: Writer, soaVersionId: string) {
  const row = await tx
    .selectFrom('soa_version')
    .select(['id', 'version', 'version_number', 'status', 'proposed_by'])
    .where('id', '=', soaVersionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('version of the statement')
  return { ...row, status: row.status as SoaVersion['status'] }
}

import type { exportEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { type AccessLimits, refuseOutsidePeriod } from '@sinew/core/access/access-limits.ts'
import { takesIn } from '@sinew/core/catalogue/requirement-ref.ts'
import { type RoomPeriod, roomPeriod } from '@sinew/core/evidence-room/room-period.ts'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { evidenceMeets, readableDays } from '../db/evidence-in-period.ts'
import { forbid, invalidField, notFound } from '../errors.ts'
import { type RoomPiece, toPiece } from './room-piece.ts'

export type RoomNeed = {
  readonly title: string
  readonly pieces: readonly (RoomPiece & { readonly countsUntil: Date })[]
}
export type RoomControl = { readonly ref: string; readonly title: string; readonly needs: readonly RoomNeed[] }

/** What a room holds, from the control down to the piece. */
export type Room = {
  readonly organization: string
  readonly period: RoomPeriod
  readonly selection: string
  readonly controls: readonly RoomControl[]
  /** Pieces that serve no need of the controls above: of the whole statement all such pieces, of an audit those it names. */
  readonly others: readonly RoomPiece[]
}

type Query = Omit<ParsedQuery<typeof exportEvidenceRoom>, 'asOf'>

export async function loadRoom(ctx: Context, query: Query): Promise<Room> {
  const period = roomPeriod(query, (ctx.asOf ?? ctx.now).getTime())
  if (period.from > period.until) throw invalidField('from', 'The first day lies after the last.')
  forbid(refuseOutsidePeriod(ctx.limits, Date.parse(period.from), Date.parse(period.until)))
  const { name } = await ctx.db.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const applicable = await ctx.db
    .selectFrom('control')
    .select(['id', 'ref', 'title'])
    .where('applicable', '=', true)
    .orderBy('sort_key')
    .orderBy('ref')
    .execute()
  const chosen = await choose(ctx, query, applicable)
  const needs = await needsOf(
    ctx.db,
    chosen.controls.map(({ id }) => id),
  )
  const served = await piecesOf(
    ctx.db,
    needs.map(({ id }) => id),
    period,
  )
  const byNeed = Map.groupBy(served, ({ need_id }) => need_id)
  const byControl = Map.groupBy(needs, ({ control_id }) => control_id)
  const known = new Set(served.map(({ id }) => id))
  return {
    organization: name,
    period,
    selection: chosen.words,
    controls: chosen.controls.map(({ id, ref, title }) => ({
      ref,
      title,
      needs: (byControl.get(id) ?? []).map((need) => ({
        title: need.title,
        pieces: (byNeed.get(need.id) ?? []).map((row) => ({ ...toPiece(row), countsUntil: row.counts_until })),
      })),
    })),
    others: (await chosen.others(period)).filter(({ id }) => !known.has(id)).map(toPiece),
  }
}

type Control = { readonly id: string; readonly ref: string; readonly title: string }
type Chosen = {
  readonly words: string
  readonly controls: readonly Control[]
  readonly others: (period: RoomPeriod) => ReturnType<typeof looseOf>
}

async function choose(
  { db, limits }: Context,
  { controls, auditId }: Query,
  applicable: readonly Control[],
): Promise<Chosen> {
  const among = (named: readonly string[]) =>
    applicable.filter(({ ref }) => named.some((one) => takesIn(one.toUpperCase(), ref.toUpperCase())))
  const unknown = controls?.find((one) => among([one]).length === 0)
  if (unknown !== undefined) throw invalidField('controls', `No applicable control is called ${unknown}.`)
  if (auditId === undefined) {
    return controls === undefined
      ? { words: 'The whole statement of applicability', controls: applicable, others: (period) => looseOf(db, period) }
      : { words: controls.join(', '), controls: among(controls), others: async () => [] }
  }
  const audit = await db
    .selectFrom('audit')
    .select(['number', 'title', 'controls'])
    .where('id', '=', auditId)
    .executeTakeFirst()
  if (!audit) throw notFound('audit')
  const ofAudit = among(audit.controls)
  return {
    words: `AU-${audit.number} ${audit.title}`,
    controls: controls === undefined ? ofAudit : ofAudit.filter((one) => among(controls).includes(one)),
    others: () => namedIn(db, auditId, limits),
  }
}

async function needsOf(db: Reader, controlIds: readonly string[]) {
  if (controlIds.length === 0) return []
  return db
    .selectFrom('evidence_need')
    .select(['id', 'control_id', 'title'])
    .where('control_id', 'in', controlIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function pieces(db: Reader) {
  return db
    .selectFrom('evidence')
    .leftJoin('file', 'file.id', 'evidence.file_id')
    .selectAll('evidence')
    .select(['file.name as file_name', 'file.sha256', 'file.size_bytes'])
}

async function piecesOf(db: Reader, needIds: readonly string[], period: RoomPeriod) {
  if (needIds.length === 0) return []
  return pieces(db)
    .innerJoin('evidence_serves as serves', 'serves.evidence_id', 'evidence.id')
    .innerJoin('evidence_need as need', 'need.id', 'serves.need_id')
    .select('serves.need_id')
    .select(
      sql<Date>`least(coalesce(evidence.valid_until, 'infinity'::timestamptz),
        evidence.collected_at + need.cadence_days * interval '24 hours')`.as('counts_until'),
    )
    .where('serves.need_id', 'in', needIds)
    .where(evidenceMeets(period))
    .orderBy('evidence.collected_at', 'desc')
    .orderBy('evidence.number', 'desc')
    .execute()
}

async function looseOf(db: Reader, period: RoomPeriod) {
  return pieces(db)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('evidence_serves as serves')
            .whereRef('serves.evidence_id', '=', 'evidence.id')
            .select('serves.id'),
        ),
      ),
    )
    .where(evidenceMeets(period))
    .orderBy('evidence.number')
    .execute()
}

/** What the auditors of an audit wrote down as seen, whatever its day within the reader's own limits. */
async function namedIn(db: Reader, auditId: string, limits: AccessLimits) {
  const days = readableDays(limits)
  return pieces(db)
    .$if(days !== null, (found) => (days === null ? found : found.where(evidenceMeets(days))))
    .where('evidence.id', 'in', (from) =>
      from
        .selectFrom('audit_evidence')
        .where('audit_id', '=', auditId)
        .where('evidence_id', 'is not', null)
        .select('evidence_id'),
    )
    .orderBy('evidence.number')
    .execute()
}

import type {
  exportObligations,
  listObligations,
  Obligation,
  ObligationSummary,
} from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { type ComplianceStanding, standObligation } from '@sinew/core/obligation/compliance.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { loadStandings, proofOf, type Standings, standingRows } from './obligation-standing.ts'

function obligationsWithOwner(db: Reader) {
  return db
    .selectFrom('obligation')
    .leftJoin('person as owner', 'owner.id', 'obligation.owner_id')
    .selectAll('obligation')
    .select((select) => [
      'owner.name as owner_name',
      select
        .selectFrom('obligation_control as link')
        .whereRef('link.obligation_id', '=', 'obligation.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('control_count'),
    ])
}

type ObligationRow = Awaited<ReturnType<ReturnType<typeof obligationsWithOwner>['executeTakeFirstOrThrow']>>

function toSummary(row: ObligationRow, standing: ComplianceStanding): ObligationSummary {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    kind: row.kind as ObligationSummary['kind'],
    source: row.source,
    party: row.party,
    requirement: row.requirement,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    reviewAt: row.review_at?.toISOString() ?? null,
    reviewEveryMonths: row.review_every_months,
    notifyHours: row.notify_hours,
    ...standing,
    controlCount: row.control_count ?? 0,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportObligations>, 'format'> &
  Pick<ParsedQuery<typeof listObligations>, 'number'>

/** `now` decides which reviews are due: the instant on screen, past or present. */
export async function findObligations(
  db: Reader,
  query: Filters & PageQuery,
  now: Date,
): Promise<Page<ObligationSummary>> {
  const standings = await loadStandings(db, now)
  let obligations = obligationsWithOwner(db).innerJoin(standingRows(standings), 'standing.id', 'obligation.id')
  if (query.q) {
    const pattern = containsPattern(query.q)
    obligations = obligations.where((where) =>
      where.or([
        where('obligation.title', 'ilike', pattern),
        where('obligation.party', 'ilike', pattern),
        where('obligation.source', 'ilike', pattern),
      ]),
    )
  }
  if (query.number !== undefined) obligations = obligations.where('obligation.number', '=', query.number)
  if (query.status) obligations = obligations.where('standing.status', '=', query.status)
  if (query.kind) obligations = obligations.where('obligation.kind', '=', query.kind)
  if (query.ownerId) obligations = obligations.where('obligation.owner_id', '=', query.ownerId)
  const { controlId, linked, reviewDue } = query
  if (controlId) obligations = obligations.where('obligation.id', 'in', linkedObligations(db, controlId))
  if (linked !== undefined) {
    obligations = obligations.where('obligation.id', linked ? 'in' : 'not in', linkedObligations(db))
  }
  if (reviewDue === true) obligations = obligations.where('obligation.review_at', '<=', now)
  if (reviewDue === false) {
    obligations = obligations.where((where) =>
      where.or([where('obligation.review_at', 'is', null), where('obligation.review_at', '>', now)]),
    )
  }
  return listPage(
    obligations,
    query,
    {
      number: 'obligation.number',
      title: 'obligation.title',
      kind: 'obligation.kind',
      party: 'obligation.party',
      status: 'standing.rank',
      reviewAt: 'obligation.review_at',
      controls: sql`control_count`,
      updatedAt: 'obligation.updated_at',
    },
    (row) => toSummary(row, standingIn(standings, row.id)),
    'obligation.id',
  )
}

function linkedObligations(db: Reader, controlId?: string) {
  const links = db.selectFrom('obligation_control').select('obligation_control.obligation_id')
  return controlId === undefined ? links : links.where('obligation_control.control_id', '=', controlId)
}

export async function getObligation(db: Reader, obligationId: string, now: Date): Promise<Obligation> {
  const row = await obligationsWithOwner(db).where('obligation.id', '=', obligationId).executeTakeFirst()
  if (!row) throw notFound('obligation')
  const controls = await db
    .selectFrom('obligation_control as link')
    .innerJoin('control', 'control.id', 'link.control_id')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .select(['control.id', 'control.ref', 'control.title', 'control.applicable', 'control_state.proof', 'link.note'])
    .where('link.obligation_id', '=', obligationId)
    .orderBy('control.sort_key')
    .execute()
  return {
    ...toSummary(row, standingIn(await loadStandings(db, now), obligationId)),
    controls: controls.map(({ id, ...control }) => ({ controlId: id, ...control, proof: proofOf(control) })),
  }
}

/** What was made a moment ago is not among those that were worked out. */
function standingIn(standings: Standings, id: string): ComplianceStanding {
  return standings.get(id) ?? standObligation({ newest: null, dueAt: null, controls: [] }, 0)
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockObligation(tx: Writer, obligationId: string) {
  const row = await tx
    .selectFrom('obligation')
    .select(['version', 'owner_id', 'review_at', 'review_every_months'])
    .where('id', '=', obligationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('obligation')
  return row
}

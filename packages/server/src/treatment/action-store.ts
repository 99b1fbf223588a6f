import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Action, DueDateChange, exportActions, listActions } from '@sinew/contract/treatment/action-contract.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function actionsWithNames(db: Reader) {
  return db
    .selectFrom('treatment_action')
    .innerJoin('risk', 'risk.id', 'treatment_action.risk_id')
    .leftJoin('control', 'control.id', 'treatment_action.control_id')
    .leftJoin('control_state', 'control_state.id', 'treatment_action.control_id')
    .leftJoin('person as owner', 'owner.id', 'treatment_action.owner_id')
    .leftJoin('what_if', 'what_if.id', 'treatment_action.what_if_id')
    .selectAll('treatment_action')
    .select([
      'risk.number as risk_number',
      'risk.title as risk_title',
      'control.ref as control_ref',
      'control.title as control_title',
      'owner.name as owner_name',
      'control_state.treated_minor',
      'what_if.number as what_if_number',
      'what_if.name as what_if_name',
    ])
}

type ActionRow = Awaited<ReturnType<ReturnType<typeof actionsWithNames>['executeTakeFirstOrThrow']>>

function toAction(row: ActionRow, at: Date): Action {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    riskId: row.risk_id,
    riskNumber: row.risk_number,
    riskTitle: row.risk_title,
    controlId: row.control_id,
    controlRef: row.control_ref,
    controlTitle: row.control_title,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    whatIfNumber: row.what_if_number,
    whatIfName: row.what_if_name,
    title: row.title,
    note: row.note,
    dueAt: row.due_at.toISOString(),
    costMinor: row.cost_minor,
    worthMinor: row.status === 'open' ? row.treated_minor : null,
    status: row.status as Action['status'],
    doneAt: row.done_at?.toISOString() ?? null,
    overdue: row.status === 'open' && row.due_at < at,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportActions>, 'format'> & { readonly number?: number | undefined }

function filteredActions(db: Reader, filters: Filters, at: Date) {
  let actions = actionsWithNames(db)
  if (filters.number) actions = actions.where('treatment_action.number', '=', filters.number)
  if (filters.q) actions = actions.where('treatment_action.title', 'ilike', containsPattern(filters.q))
  if (filters.status) actions = actions.where('treatment_action.status', '=', filters.status)
  if (filters.ownerId) actions = actions.where('treatment_action.owner_id', '=', filters.ownerId)
  if (filters.whatIfId) actions = actions.where('treatment_action.what_if_id', '=', filters.whatIfId)
  if (filters.riskId) actions = actions.where('treatment_action.risk_id', '=', filters.riskId)
  if (filters.controlId) actions = actions.where('treatment_action.control_id', '=', filters.controlId)
  if (filters.overdue !== undefined) {
    actions = actions.where((where) => {
      const overdue = where.and([
        where('treatment_action.status', '=', 'open'),
        where('treatment_action.due_at', '<', at),
      ])
      return filters.overdue ? overdue : where.not(overdue)
    })
  }
  return actions
}

export function findActions(db: Reader, query: ParsedQuery<typeof listActions>, at: Date): Promise<Page<Action>> {
  return listPage(
    filteredActions(db, query, at),
    query,
    {
      // What is still to be done comes first: nobody asks when a done action was due.
      dueAt: sql`(treatment_action.status <> 'open', treatment_action.due_at)`,
      number: 'treatment_action.number',
      title: 'treatment_action.title',
      status: 'treatment_action.status',
      owner: 'owner.name',
      risk: 'risk.number',
      cost: 'treatment_action.cost_minor',
      // What is done or given up brings nothing more.
      worth: sql`case when treatment_action.status = 'open' then coalesce(control_state.treated_minor, 0) else -1 end`,
      updatedAt: 'treatment_action.updated_at',
    },
    (row) => toAction(row, at),
    'treatment_action.id',
  )
}

/** Every action that passes the filters, in the order they fall due. */
export async function findAllActions(db: Reader, filters: Filters, at: Date): Promise<Action[]> {
  const rows = await filteredActions(db, filters, at)
    .orderBy(sql`(treatment_action.status <> 'open', treatment_action.due_at)`)
    .orderBy('treatment_action.id')
    .execute()
  return rows.map((row) => toAction(row, at))
}

export async function getAction(db: Reader, actionId: string, at: Date): Promise<Action> {
  const row = await actionsWithNames(db).where('treatment_action.id', '=', actionId).executeTakeFirst()
  if (!row) throw notFound('action')
  return toAction(row, at)
}

export async function lockAction(tx: Writer, actionId: string) {
  const row = await tx
    .selectFrom('treatment_action')
    .selectAll()
    .where('id', '=', actionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('action')
  return row
}

/** Read from the ledger: each revision whose due date differs from the one before, the first included. */
export async function findDueDateChanges(db: Reader, actionId: string, at: Date): Promise<DueDateChange[]> {
  const revisions = await db
    .selectFrom('revision')
    .where('entity', '=', 'treatment_action')
    .where('entity_id', '=', actionId)
    .where('at', '<=', at)
    .where('operation', '<>', 'delete')
    .orderBy('seq')
    .select(['at', 'actor_name', 'reason', 'row'])
    .execute()
  const changes: DueDateChange[] = []
  let last: string | null = null
  for (const revision of revisions) {
    const to = new Date((revision.row as { due_at: string }).due_at).toISOString()
    if (to === last) continue
    changes.push({
      at: revision.at.toISOString(),
      from: last,
      to,
      actorName: revision.actor_name,
      reason: revision.reason,
    })
    last = to
  }
  return changes.reverse()
}

import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import type { EntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { startOfDay, whenDue } from '@sinew/core/work/work-day.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { containsPattern, listDerivedPage, type Page, type PageQuery } from '../db/list-page.ts'
import { namesOf } from '../ledger/subject-names.ts'
import { namedRow } from '../register/referenced-tables.ts'
import { approvalWork } from './approval-work.ts'
import { certificationWork } from './certification-work.ts'
import { collectorWork } from './collector-work.ts'
import { mentionWork } from './mention-work.ts'
import { proofWork } from './proof-work.ts'
import { rateUpdateWork } from './rate-update-work.ts'
import { registerWork } from './register-work.ts'
import { riskWork } from './risk-work.ts'
import { unownedWork } from './unowned-work.ts'
import { idsOf, isMine, meOf } from './whose-work.ts'
import type { WorkRow } from './work-columns.ts'

export type WorkQuery = PageQuery & {
  readonly q?: string | undefined
  readonly whose?: 'mine' | 'team' | 'unit' | 'all' | undefined
  readonly personId?: string | undefined
  readonly kind?: readonly string[] | undefined
  readonly overdue?: boolean | undefined
  readonly loose?: boolean | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly later?: boolean | undefined
}

/** Who asks, and when: a request, or a job that writes reminders. */
export type WorkReader = Pick<Context, 'db' | 'now' | 'asOf' | 'can'> & {
  readonly actor: Pick<Context['actor'], 'id'>
  readonly role: Context['role']
  /** Where it is not somebody who signed in: the person whose work is asked for. */
  readonly personId?: string
}

type Arm = SelectQueryBuilder<Database, keyof Database, WorkRow>

/** Everything that is due of everything the reader may read, one row each. */
export async function workRows(ctx: WorkReader) {
  const { db, asOf, can } = ctx
  const at = asOf ?? ctx.now
  const arms: readonly unknown[] = [
    ...(can('risk:read') ? riskWork(db) : []),
    ...(can('risk:read') ? await rateUpdateWork(ctx) : []),
    ...(can('control:read') ? proofWork(db, at, asOf) : []),
    ...(can('evidence:read') ? collectorWork(db, at) : []),
    ...(can('certification:read') ? await certificationWork(db, await workToday(ctx)) : []),
    ...(can('risk:read') && can('soa:read') ? approvalWork(db, at) : []),
    ...(can('comment:read') ? mentionWork(db) : []),
    ...(can('risk:read') && can('asset:read') ? unownedWork(db) : []),
    ...registerWork(db, at, ({ register }) => can(register.read)),
  ]
  // Each selects the columns of a line; the compiler gives up on a union of so many tables.
  const [first, ...rest] = arms as readonly Arm[]
  if (first === undefined) throw new Error('There is no source of work.')
  return rest.reduce((all, one) => all.unionAll(one), first).as('work')
}

/** The start of today where the organisation is. */
export async function workToday({ db, now, asOf }: Pick<WorkReader, 'db' | 'now' | 'asOf'>): Promise<Date> {
  const { time_zone } = await db.selectFrom('organization').select('time_zone').executeTakeFirstOrThrow()
  return new Date(startOfDay((asOf ?? now).getTime(), time_zone))
}

/** A page of the list, filtered, sorted and counted in SQL. */
export async function findWork(ctx: WorkReader, query: WorkQuery): Promise<Page<WorkItem>> {
  const today = await workToday(ctx)
  const rows = await asked(ctx, query, today)
  const sorts = {
    dueAt: 'work.due_at',
    title: 'work.title',
    kind: 'work.kind',
    person: 'person.name',
    worth: sql`coalesce(work.worth_minor, 0)`,
  } as const
  const page = await listDerivedPage(
    rows,
    query,
    sorts,
    (row) => toItem(row as WorkRecord, today.getTime()),
    'work.key',
  )
  return { ...page, items: await withTargets(ctx, page.items) }
}

type WorkRecord = WorkRow & { readonly person: WorkItem['person'] }

/** The rows an address asks for. */
async function asked(ctx: WorkReader, query: Omit<WorkQuery, keyof PageQuery>, today: Date) {
  let rows = ctx.db
    .selectFrom(await workRows(ctx))
    .leftJoin('person', 'person.id', 'work.person_id')
    .selectAll('work')
    .select(namedRow('person', 'person').as('person'))
  if (query.whose === 'mine') {
    const me = await meOf(ctx)
    rows = rows.where(isMine(me?.id ?? null, ctx.role))
  }
  if (query.whose === 'team' || query.whose === 'unit') {
    const ids = await idsOf(ctx, query.whose)
    rows = rows.where(sql<boolean>`work.person_id = any(${ids}::uuid[])`)
  }
  if (query.personId !== undefined) rows = rows.where('work.person_id', '=', query.personId)
  if (query.kind !== undefined) rows = rows.where('work.kind', 'in', [...query.kind])
  if (query.overdue === true) rows = rows.where('work.due_at', '<', today)
  if (query.loose === true)
    rows = rows.where((where) => where.or([where('work.person_id', 'is', null), where('work.due_at', 'is', null)]))
  if (query.from !== undefined) rows = rows.where('work.due_at', '>=', new Date(query.from))
  if (query.to !== undefined) rows = rows.where('work.due_at', '<', new Date(query.to))
  if (query.later !== true && query.from === undefined && query.to === undefined) {
    const end = new Date(today.getTime() + dayMs)
    rows = rows.where((where) => where.or([where('work.shown_from', 'is', null), where('work.shown_from', '<', end)]))
  }
  if (query.q) {
    const pattern = containsPattern(query.q)
    rows = rows.where((where) =>
      where.or([
        where('work.title', 'ilike', pattern),
        where('work.ref', 'ilike', pattern),
        where('person.name', 'ilike', pattern),
      ]),
    )
  }
  return rows
}

/** A mention is done where the comment is: on the page of what it is about. */
async function withTargets(ctx: WorkReader, items: readonly WorkItem[]): Promise<WorkItem[]> {
  const about = items.filter(({ ref }) => ref === '')
  if (about.length === 0) return [...items]
  const ends = about.map(({ entity, entityId }) => ({ entity: entity as EntityName, id: entityId }))
  const names = await namesOf(ctx.db, ends, ctx.asOf)
  return items.map((item) => {
    if (item.ref !== '') return item
    const [ref = ''] = (names.get(`${item.entity} ${item.entityId}`) ?? '').split(' ')
    return { ...item, ref }
  })
}

function toItem(row: WorkRecord, today: number): WorkItem {
  return {
    key: row.key,
    kind: row.kind,
    entity: row.entity,
    entityId: row.entity_id,
    ref: row.ref,
    title: row.title,
    what: row.what,
    dueAt: row.due_at?.toISOString() ?? null,
    when: whenDue(row.due_at?.getTime() ?? null, today),
    person: row.person,
    role: row.role as WorkItem['role'],
    worthMinor: row.worth_minor === null ? null : Number(row.worth_minor),
    note: row.note,
  }
}

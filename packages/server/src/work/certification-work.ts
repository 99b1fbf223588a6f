import { cycleWork } from '@sinew/core/certification/cycle-work.ts'
import { planDays } from '@sinew/core/certification/plan-days.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import { tasksOf } from '../certification/certification-store.ts'
import type { Reader } from '../context.ts'
import { derivedWork } from './derived-work.ts'
import { daysBefore, numbered, type WorkRow, workColumns } from './work-columns.ts'

/** How many days before an audit of the certification body whoever owns the cycle gets ready for it. */
const readyDays = 60

/** What certification cycles ask for: their deadlines, the body's audits that come, and the tasks of the plan. */
export async function certificationWork(db: Reader, today: Date) {
  const cycles = await db
    .selectFrom('certification')
    .select(['id', 'number', 'title', 'owner_id', 'decided_at', 'expires_at', 'created_at'])
    .where('state', '<>', 'ended')
    .orderBy('number')
    .execute()
  const lines: WorkRow[] = []
  for (const cycle of cycles) lines.push(...(await deadlines(db, cycle, today)), ...(await planTasks(db, cycle, today)))
  return [...derivedWork(db, lines), bodyAudits(db)]
}

type Cycle = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly owner_id: string | null
  readonly decided_at: Date | null
  readonly expires_at: Date | null
  readonly created_at: Date
}

const nothingMore = { role: 'manager', worth_minor: null } as const

async function deadlines(db: Reader, cycle: Cycle, today: Date): Promise<readonly WorkRow[]> {
  const audits = await db
    .selectFrom('external_audit')
    .select(['kind', 'state', 'starts_at', 'ends_at'])
    .where('certification_id', '=', cycle.id)
    .orderBy('starts_at')
    .execute()
  const facts = audits.map(({ kind, state, starts_at, ends_at }) => ({
    kind,
    state,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }))
  const days = {
    decidedAt: cycle.decided_at?.toISOString() ?? null,
    expiresAt: cycle.expires_at?.toISOString() ?? null,
  }
  return cycleWork(days, facts, today.getTime()).map(({ key, what, title, rule, dueAt, shownFrom }) => ({
    ...nothingMore,
    key: `certification ${cycle.id} ${key}`,
    kind: 'certification',
    entity: 'certification',
    entity_id: cycle.id,
    ref: `CY-${cycle.number}`,
    title: `${title}: ${cycle.title}`,
    what,
    due_at: new Date(dueAt),
    shown_from: new Date(shownFrom),
    person_id: cycle.owner_id,
    note: rule,
  }))
}

async function planTasks(db: Reader, cycle: Cycle, today: Date): Promise<readonly WorkRow[]> {
  const tasks = await tasksOf(db, cycle.id)
  const byRef = new Map(tasks.map((task) => [task.ref, task]))
  return planDays(tasks, cycle.created_at.getTime(), today.getTime()).flatMap(({ ref, fromAt, dueAt }) => {
    const task = byRef.get(ref)
    if (task === undefined) return []
    const waitsFor = task.after.filter((one) => byRef.get(one)?.doneAt === null)
    return [
      {
        ...nothingMore,
        key: `plan_task ${task.id}`,
        kind: 'plan_task',
        entity: 'plan_task',
        entity_id: task.id,
        ref,
        title: task.title,
        what: 'Do',
        due_at: new Date(dueAt),
        // What waits for others is on nobody's mind before it can begin.
        shown_from: new Date(waitsFor.length === 0 ? fromAt : Math.max(fromAt, today.getTime() + dayMs)),
        person_id: task.ownerId ?? cycle.owner_id,
        note: waitsFor.length === 0 ? '' : `Waits for ${waitsFor.join(', ')}.`,
      },
    ]
  })
}

function bodyAudits(db: Reader) {
  const begins = sql<Date>`audit.starts_at`
  return db
    .selectFrom('external_audit as audit')
    .innerJoin('certification', 'certification.id', 'audit.certification_id')
    .where('audit.state', '=', 'planned')
    .where('certification.state', '<>', 'ended')
    .select(
      workColumns({
        kind: 'external_audit',
        entity: 'external_audit',
        id: 'audit.id',
        ref: numbered('EA', 'audit.number'),
        title: sql<string>`audit.title`,
        what: 'Be ready for',
        dueAt: begins,
        shownFrom: daysBefore(begins, readyDays),
        personId: sql<string | null>`certification.owner_id`,
      }),
    )
}

import type { importPeople as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { z } from 'zod'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { readTable } from '../file/read-table.ts'

const names = {
  name: ['name', 'fullname', 'person'],
  email: ['email', 'mail', 'emailaddress'],
  jobTitle: ['jobtitle', 'title', 'job', 'position', 'role'],
  unit: ['unit', 'department', 'team'],
  manager: ['manager', 'manageremail', 'linemanager', 'reportsto'],
} as const

type Problem = { readonly row: number; readonly column: string; readonly message: string }
type Row = { readonly line: number; readonly cells: Readonly<Record<keyof typeof names, string>> }
type Known = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly job_title: string
  readonly unit_id: string | null
  readonly manager_id: string | null
}

/**
 * Adds the people of a table and brings those up to date whose e-mail is known: all of them or none. A column that the table
 * does not have, or a cell that is empty, changes nothing. With `dryRun` it says what it would do.
 */
export async function importPeople(ctx: Context, { csv, dryRun }: ParsedBody<typeof route>) {
  const rows = readTable(csv, names)
  const people: readonly Known[] = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'job_title', 'unit_id', 'manager_id'])
    .execute()
  const units = await ctx.db.selectFrom('unit').select(['id', 'name']).execute()
  const unitIds = new Map(units.map(({ id, name }) => [name.toLowerCase(), id]))
  const byEmail = new Map(
    people.flatMap((one) => (one.email === null ? [] : [[one.email.toLowerCase(), one] as const])),
  )
  const problems = problemsOf(rows, byEmail, unitIds)
  if (problems.length > 0)
    return { added: 0, updated: 0, unchanged: 0, rows: rows.length, problems: problems.slice(0, 500) }
  const ids = new Map([...byEmail].map(([email, { id }]) => [email, id]))
  const planned = rows.map(({ cells }) => {
    const known = byEmail.get(cells.email.toLowerCase())
    const id = known?.id ?? newId()
    if (cells.email !== '') ids.set(cells.email.toLowerCase(), id)
    return { id, known, cells }
  })
  const changes = planned.map(({ id, known, cells }) => ({
    id,
    known,
    set: {
      name: cells.name,
      ...(cells.email === '' ? {} : { email: cells.email.toLowerCase() }),
      ...(cells.jobTitle === '' ? {} : { job_title: cells.jobTitle }),
      ...(cells.unit === '' ? {} : { unit_id: unitIds.get(cells.unit.toLowerCase()) ?? null }),
      ...(cells.manager === '' ? {} : { manager_id: ids.get(cells.manager.toLowerCase()) ?? null }),
    },
  }))
  const added = changes.filter(({ known }) => known === undefined)
  const updated = changes.filter(({ known, set }) => known !== undefined && differs(known, set))
  if (!dryRun) await ctx.recorded({}, (tx) => write(ctx, tx, added, updated))
  return {
    added: added.length,
    updated: updated.length,
    unchanged: changes.length - added.length - updated.length,
    rows: rows.length,
    problems: [],
  }
}

function problemsOf(
  rows: readonly Row[],
  byEmail: ReadonlyMap<string, Known>,
  unitIds: ReadonlyMap<string, string>,
): readonly Problem[] {
  const seen = new Map<string, number>()
  const listed = new Set(rows.map(({ cells }) => cells.email.toLowerCase()))
  return rows.flatMap(({ line, cells }) => {
    const problems: Problem[] = []
    const wrong = (column: string, message: string) => problems.push({ row: line, column, message })
    const { name, email, jobTitle, unit, manager } = cells
    if (name === '') wrong('Name', 'The name is empty.')
    if (name.length > 200) wrong('Name', 'The name is longer than 200 characters.')
    if (jobTitle.length > 200) wrong('Job title', 'The job title is longer than 200 characters.')
    if (email !== '' && !z.email().max(200).safeParse(email).success)
      wrong('E-mail', `“${email}” is no e-mail address.`)
    const before = seen.get(email.toLowerCase())
    if (email !== '' && before !== undefined) wrong('E-mail', `The same address stands on line ${before}.`)
    if (email !== '' && before === undefined) seen.set(email.toLowerCase(), line)
    if (unit !== '' && !unitIds.has(unit.toLowerCase()))
      wrong('Unit', `There is no unit “${unit}”: add it to the context first.`)
    const chief = manager.toLowerCase()
    if (manager !== '' && chief === email.toLowerCase()) wrong('Manager', 'Nobody is their own manager.')
    else if (manager !== '' && !listed.has(chief) && !byEmail.has(chief))
      wrong('Manager', `Nobody has the e-mail address “${manager}”.`)
    return problems
  })
}

type Values = { readonly name: string; readonly email?: string } & Partial<
  Pick<Known, 'job_title' | 'unit_id' | 'manager_id'>
>
type Change = { readonly id: string; readonly known: Known | undefined; readonly set: Values }

function differs(known: Known, set: Values): boolean {
  return (Object.keys(set) as (keyof Values)[]).some((key) => set[key] !== known[key])
}

/** Managers come last: they may stand further down in the table. */
async function write(ctx: Context, tx: Writer, added: readonly Change[], updated: readonly Change[]): Promise<void> {
  for (const { id, set } of added) {
    const { manager_id: _, ...rest } = set
    await tx
      .insertInto('person')
      .values({ organization_id: ctx.organizationId, id, number: await nextNumber(tx, 'person'), ...rest })
      .execute()
  }
  const managed = added.flatMap(({ id, set }) => (set.manager_id ? [{ id, set: { manager_id: set.manager_id } }] : []))
  for (const { id, set } of [...updated, ...managed])
    await tx
      .updateTable('person')
      .set({ ...set, updated_at: ctx.now })
      .where('id', '=', id)
      .execute()
}

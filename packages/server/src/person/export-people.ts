import type { Person, exportPeople as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { personRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findPeople } from './person-store.ts'

const columns: readonly ExportColumn<Person>[] = [
  { header: 'Ref', value: (person) => personRef(person.number), width: 8 },
  { header: 'Name', value: (person) => person.name, width: 30 },
  { header: 'E-mail', value: (person) => person.email, width: 30 },
  { header: 'Job title', value: (person) => person.jobTitle, width: 30 },
  { header: 'Active', value: (person) => person.active, width: 8 },
  { header: 'Role', value: (person) => person.role, width: 12 },
  { header: 'Risks', value: (person) => person.owns.risk, width: 10 },
  { header: 'Controls', value: (person) => person.owns.control, width: 10 },
  { header: 'Obligations', value: (person) => person.owns.obligation, width: 12 },
  { header: 'Assets', value: (person) => person.owns.asset, width: 10 },
  { header: 'Open actions', value: (person) => person.owns.action, width: 14 },
  { header: 'Collectors', value: (person) => person.owns.collector, width: 12 },
]

export async function exportPeople(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findPeople(ctx.db, { ...query, ...wholeList })
  return exportTable({ name: 'people', columns, rows: items }, query.format)
}

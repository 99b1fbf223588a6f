import type { exportPeople, listPeople, Person } from '@sinew/contract/person/person-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { ownedKinds } from '@sinew/core/person/owned-kinds.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { ownedRows } from './owned-store.ts'

function peopleWithOwned(db: Reader) {
  const owned = db
    .selectFrom(ownedRows(db).as('one'))
    .select('one.owner_id')
    .select((select) => [
      select.fn.countAll<number>().as('total'),
      ...ownedKinds.map((kind) => select.fn.countAll<number>().filterWhere('one.kind', '=', kind).as(kind)),
    ])
    .groupBy('one.owner_id')
  return db
    .selectFrom('person')
    .leftJoin(owned.as('owned'), 'owned.owner_id', 'person.id')
    .leftJoin('member', 'member.user_id', 'person.user_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .leftJoin('person as manager', 'manager.id', 'person.manager_id')
    .selectAll('person')
    .select(['unit.name as unit_name', 'manager.name as manager_name'])
    .select(['member.id as member_id', 'member.role', sql<number>`coalesce(owned.total, 0)`.as('owned_total')])
    .select(ownedKinds.map((kind) => `owned.${kind}` as const))
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof peopleWithOwned>['executeTakeFirstOrThrow']>>

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    email: row.email,
    jobTitle: row.job_title,
    active: row.active,
    unitId: row.unit_id,
    unitName: row.unit_name,
    managerId: row.manager_id,
    managerName: row.manager_name,
    memberId: row.member_id,
    role: row.role as Role | null,
    owns: {
      risk: row.risk ?? 0,
      control: row.control ?? 0,
      obligation: row.obligation ?? 0,
      asset: row.asset ?? 0,
      action: row.action ?? 0,
      collector: row.collector ?? 0,
      record: row.record ?? 0,
    },
    ownedTotal: row.owned_total,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportPeople>, 'format'> & Pick<ParsedQuery<typeof listPeople>, 'number'>

export async function findPeople(db: Reader, query: Filters & PageQuery): Promise<Page<Person>> {
  let people = peopleWithOwned(db)
  if (query.q) {
    const pattern = containsPattern(query.q)
    people = people.where((where) =>
      where.or([
        where('person.name', 'ilike', pattern),
        where('person.email', 'ilike', pattern),
        where('person.job_title', 'ilike', pattern),
      ]),
    )
  }
  if (query.number !== undefined) people = people.where('person.number', '=', query.number)
  if (query.active !== undefined) people = people.where('person.active', '=', query.active)
  if (query.owns !== undefined) people = people.where('owned.owner_id', query.owns ? 'is not' : 'is', null)
  return listPage(
    people,
    query,
    {
      number: 'person.number',
      name: 'person.name',
      jobTitle: 'person.job_title',
      owned: sql`coalesce(owned.total, 0)`,
      updatedAt: 'person.updated_at',
    },
    toPerson,
    'person.id',
  )
}

export async function getPerson(db: Reader, personId: string): Promise<Person> {
  const row = await peopleWithOwned(db).where('person.id', '=', personId).executeTakeFirst()
  if (!row) throw notFound('person')
  return toPerson(row)
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockPerson(tx: Writer, personId: string) {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'version', 'name', 'active', 'user_id'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('person')
  return row
}

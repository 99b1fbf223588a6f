import { getSession } from '@sinew/contract/account/account-contract.ts'
import { listCitations } from '@sinew/contract/citation/citation-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { documents } from '@sinew/contract/document/document-contract.ts'
import { incidents } from '@sinew/contract/incident/incident-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { search } from '@sinew/contract/search/search-contract.ts'
import { suppliers } from '@sinew/contract/supplier/supplier-contract.ts'
import { courseAssignments, courses } from '@sinew/contract/training/training-contract.ts'
import { tasks } from '@sinew/contract/work/duty-contract.ts'
import { listWork } from '@sinew/contract/work/work-contract.ts'
import { recompute } from '../chain/recompute.ts'
import type { BenchInstallation } from './bench-installation.ts'
import { inOrganization } from './bench-pages.ts'
import type { Figure } from './bench-report.ts'
import { measure } from './measure.ts'
import { at, seedLargeOrganization } from './seed-large-organization.ts'

const name = 'Very many records'

/** The lists of an organisation with so many records in each of seven registers, and what leads from one record to the others. */
export async function benchRecords(
  installation: BenchInstallation,
  records: number,
  runs: number,
): Promise<readonly Figure[]> {
  const { services, client } = installation
  const organizationId = await seedOnce(installation, records)
  const group = `Registers of ${records.toLocaleString('en')} records each`
  const byHand = await measure(
    'tasks by hand',
    () =>
      inOrganization(services, organizationId, 'select t.*, count(*) over () from task t order by t.number limit 50'),
    { runs },
  )
  const figures: Figure[] = []
  for (const [page, ask] of Object.entries(await pagesOf(client, organizationId))) {
    const one = await measure(page, async () => (await ask()).arrayBuffer(), { runs })
    figures.push({ ...one, group, aimMs: 50, beside: byHand })
  }
  return [...figures, { ...byHand, group }]
}

type Pages = Readonly<Record<string, () => Promise<Response>>>

async function pagesOf(client: Client, organizationId: string): Promise<Pages> {
  const params = { organizationId }
  const [control] = (await client.call(listControls, { params, query: { q: 'A.8.13', pageSize: 1 } })).items
  const [person] = (await client.call(listPeople, { params, query: { q: 'Person 7', pageSize: 1 } })).items
  const query = { pageSize: 50 } as const
  const citing = (entity: 'control' | 'person', entityId: string) => () =>
    client.download(listCitations, { params: { ...params, entity, entityId } })
  return {
    tasks: () => client.download(tasks.list, { params, query }),
    'tasks, searched': () => client.download(tasks.list, { params, query: { ...query, q: 'record 77' } }),
    documents: () => client.download(documents.list, { params, query }),
    'documents, by standing': () => client.download(documents.list, { params, query: { ...query, sort: 'standing' } }),
    suppliers: () => client.download(suppliers.list, { params, query }),
    'suppliers, by their review': () =>
      client.download(suppliers.list, { params, query: { ...query, sort: 'reviewDueAt' } }),
    incidents: () => client.download(incidents.list, { params, query }),
    nonconformities: () => client.download(nonconformities.list, { params, query }),
    'nonconformities, overdue': () =>
      client.download(nonconformities.list, { params, query: { ...query, isOverdue: true } }),
    'assignments of courses': () => client.download(courseAssignments.list, { params, query }),
    'courses with what is overdue': () =>
      client.download(courses.list, { params, query: { ...query, sort: '-overdue' } }),
    'where a control appears': citing('control', control?.id ?? ''),
    'where a person appears': citing('person', person?.id ?? ''),
    search: () => client.download(search, { params, query: { q: 'record 77', limit: 20 } }),
    'work list': () => client.download(listWork, { params, query }),
  }
}

async function seedOnce({ services, client, userId }: BenchInstallation, records: number): Promise<string> {
  const { organizations } = await client.call(getSession)
  const seeded = organizations.find((one) => one.name === name)?.id
  if (seeded !== undefined) return seeded
  const size = { name, risks: 10, controls: 100, needsPerControl: 1, evidence: 100, revisions: 0 }
  const organizationId = await seedLargeOrganization(services.pools.app, userId, size, async () => {})
  await at(services.pools.app, organizationId, new Date(Date.now() - 86_400_000), async (query) => {
    for (const sql of recordsSql) await query(sql, [records])
  })
  await recompute(services, organizationId)
  await services.pools.owner.query('vacuum analyze')
  return organizationId
}

const person = '(select id from person where person.number = 1 + n % 40)'

/** A tenth of the tasks is due by now, the rest over the coming year; the control A.8.13 is named by every fiftieth record. */
const recordsSql = [
  `insert into task (organization_id, id, number, title, owner_id, due_at)
   select current_organization(), gen_random_uuid(), n, 'Task record ' || n, ${person}, now() + (n % 400 - 40) * interval '1 day'
   from generate_series(1, $1::int) n`,
  `insert into document (organization_id, id, number, title, owner_id, controls)
   select current_organization(), gen_random_uuid(), n, 'Document record ' || n, ${person}, case when n % 50 = 0 then array['A.8.13'] else array['A.5.1'] end
   from generate_series(1, $1::int) n`,
  `insert into supplier (organization_id, id, number, name, owner_id, review_every_days)
   select current_organization(), gen_random_uuid(), n, 'Supplier record ' || n, ${person}, 365
   from generate_series(1, $1::int) n`,
  `insert into incident (organization_id, id, number, title, noticed_at, reported_at, reported_by_name, assignee_id)
   select current_organization(), gen_random_uuid(), n, 'Incident record ' || n, now() - (n % 300) * interval '1 day', now() - (n % 300) * interval '1 day', 'Bench', ${person}
   from generate_series(1, $1::int) n`,
  `insert into nonconformity (organization_id, id, number, title, found_at, owner_id, requirements)
   select current_organization(), gen_random_uuid(), n, 'Nonconformity record ' || n, now() - (n % 900) * interval '1 day', ${person},
     array[case when n % 50 = 0 then 'A.8.13' else (array['4.1', '5.2', '6.1.2', '7.2', '8.1', '9.1', '9.2.2', '10.2'])[1 + n % 8] end]
   from generate_series(1, $1::int) n`,
  `insert into course (organization_id, id, number, title)
   select current_organization(), gen_random_uuid(), n, 'Course record ' || n from generate_series(1, 1 + $1::int / 100) n`,
  `insert into course_assignment (organization_id, id, number, course_id, person_id, title, due_at)
   select current_organization(), gen_random_uuid(), n, course.id, ${person}, course.title, now() + (n % 400 - 40) * interval '1 day'
   from generate_series(1, $1::int) n join course on course.number = 1 + n % (1 + $1::int / 100)`,
  `insert into reference_counter (organization_id, noun, last_number)
   select current_organization(), noun, $1 from unnest(array['task', 'document', 'supplier', 'incident', 'nonconformity', 'course', 'course_assignment']) noun
   on conflict (organization_id, noun) do update set last_number = excluded.last_number`,
]

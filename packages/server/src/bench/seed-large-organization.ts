import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import { foundOrganization } from '../organization/found-organization.ts'

export type LargeOrganization = {
  readonly name: string
  readonly risks: number
  readonly controls: number
  readonly needsPerControl: number
  readonly evidence: number
  readonly revisions: number
}

/**
 * Fills one organisation in SQL, through the same triggers as every other write: a year of history in monthly steps until the
 * ledger holds `revisions`; `onMonth` may act in between. It is marked as an example, since its times lie in the past.
 */
export async function seedLargeOrganization(
  app: pg.Pool,
  userId: string,
  size: LargeOrganization,
  onMonth: (organizationId: string, at: Date, monthsAgo: number) => Promise<void>,
): Promise<string> {
  const organizationId = newId()
  const months = 12
  await found(app, organizationId, userId, size.name, monthsAgo(months))
  await at(app, organizationId, monthsAgo(months), async (query) => {
    await query(peopleSql)
    await query(controlsSql, [size.controls])
    await query(needsSql, [size.needsPerControl])
    await query(implementedSql)
    await query(risksSql, [size.risks])
    await query(linksSql)
    await query(countersSql, [size.risks, size.evidence])
  })
  for (let month = months - 1; month >= 0; month -= 1) {
    const from = Math.floor((size.evidence * (months - 1 - month)) / months)
    const to = Math.floor((size.evidence * (months - month)) / months)
    await at(app, organizationId, monthsAgo(month), async (query) => {
      await query(evidenceSql, [from + 1, to, monthsAgo(month)])
      await query(servesSql, [from + 1, to])
    })
    await onMonth(organizationId, monthsAgo(month), month)
  }
  await fillLedger(app, organizationId, size.revisions)
  await app.query('analyze').catch(() => {})
  return organizationId
}

/** Goes on changing risks, controls and reviews, as a year of work does, until the ledger is as long as asked for. */
async function fillLedger(app: pg.Pool, organizationId: string, revisions: number): Promise<void> {
  for (let round = 0; ; round += 1) {
    const done = await at(app, organizationId, new Date(Date.now() - 3_600_000 + round * 60_000), async (query) => {
      const count = Number((await query('select count(*)::int as n from revision'))[0]?.n ?? 0)
      const missing = revisions - count
      if (missing <= 0) return true
      await query(`update risk set review_at = now() where number <= $1`, [missing])
      await query(`update evidence set review_note = $1 where number <= $2`, [
        `round ${round}`,
        Math.min(missing, 20_000),
      ])
      return false
    })
    if (done) return
  }
}

async function found(app: pg.Pool, organizationId: string, userId: string, name: string, instant: Date): Promise<void> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: app }) })
  const actor = { kind: 'system', id: 'bench', name: 'Bench' } as const
  await inOrganization(db, { organizationId, actor, requestId: newId(), at: instant }, (tx) =>
    foundOrganization(tx, {
      organizationId,
      founder: { id: userId, name: 'Bench', email: 'bench@example.org' },
      isExample: true,
      name,
      sector: 'information_saas',
      headcount: 400,
      yearlyRevenueMinor: 9_000_000_000,
      currency: 'EUR',
      timeZone: 'UTC',
      scope: 'Everything the organisation runs.',
    }),
  )
}

const peopleSql = `
  insert into person (organization_id, id, number, name)
  select current_organization(), gen_random_uuid(), n, 'Person ' || n from generate_series(2, 40) n`

/** Own controls, as many as are missing beside those of Annex A. */
const controlsSql = `
  insert into control (organization_id, id, ref, sort_key, title, source, theme)
  select current_organization(), gen_random_uuid(), 'C-' || n, 100000 + n, 'Control ' || n, 'own', 'technological'
  from generate_series(1, $1 - (select count(*)::int from control)) n`

const needsSql = `
  insert into evidence_need (organization_id, id, control_id, position, title, cadence_days, weight, nature)
  select current_organization(), gen_random_uuid(), c.id, n, 'Need ' || n || ' of ' || c.ref,
    (array[30, 90, 180, 365])[1 + (c.sort_key + n) % 4], 1, 'operation'
  from control c, generate_series(1, $1) n where c.source = 'own'`

const implementedSql = `
  update control set owner_id = (select id from person where number = 1 + control.sort_key % 40),
    implementation = (array['implemented', 'implemented', 'implemented', 'partly', 'planned'])[1 + sort_key % 5],
    description = 'How control ' || ref || ' is run here.',
    written_reasons = '[{"kind": "business", "text": "Good practice that fits here."}]'`

const risksSql = `
  insert into risk (organization_id, id, number, title, category, owner_id, status, treatment, frequency_low, frequency_high,
    loss_low_minor, loss_high_minor, loss_cap_minor, estimated_at)
  select current_organization(), gen_random_uuid(), n, 'Risk ' || n, 'Category ' || n % 12, (select id from person where number = 1 + n % 40),
    'treated', 'modify', 0.02 * (1 + n % 20), 0.2 * (1 + n % 20), 100000 * (1 + n % 30), 10000000 * (1 + n % 30), 900000000, now()
  from generate_series(1, $1) n`

const linksSql = `
  with ordered as (select id, row_number() over (order by sort_key, ref) - 1 as position, count(*) over () as total from control)
  insert into risk_control (organization_id, id, risk_id, control_id, effect, reduction_low, reduction_high)
  select current_organization(), gen_random_uuid(), r.id, c.id, case when k = 1 then 'loss' else 'frequency' end, 0.2, 0.6
  from risk r cross join generate_series(1, 3) k join ordered c on c.position = (r.number * 7 + k * 31) % c.total`

/** What is numbered here goes on being numbered by the product. */
const countersSql = `
  insert into reference_counter (organization_id, noun, last_number)
  values (current_organization(), 'person', 40), (current_organization(), 'risk', $1), (current_organization(), 'evidence', $2)
  on conflict (organization_id, noun) do update set last_number = excluded.last_number`

const evidenceSql = `
  insert into evidence (organization_id, id, number, title, kind, note, nature, provenance, result, passed, expected, collected_at,
    submitted_by, submitted_by_name)
  select current_organization(), gen_random_uuid(), n, 'Evidence ' || n, 'note', 'Seen.', 'operation',
    (array['observed', 'declared', 'attested'])[1 + n % 3], case when n % 4 = 0 then 'k_of_n' when n % 17 = 0 then 'fail' else 'pass' end,
    case when n % 4 = 0 then 90 end, case when n % 4 = 0 then 100 end, $3::timestamptz - (n % 28) * interval '1 day', 'bench', 'Bench'
  from generate_series($1::int, $2::int) n`

const servesSql = `
  with need as (select id, row_number() over (order by id) - 1 as position, count(*) over () as total from evidence_need)
  insert into evidence_serves (organization_id, id, evidence_id, need_id, collected_at)
  select current_organization(), gen_random_uuid(), e.id, need.id, e.collected_at
  from evidence e join need on need.position = e.number % need.total where e.number between $1 and $2`

export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

export async function at<T>(
  app: pg.Pool,
  organizationId: string,
  instant: Date,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const client = await app.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true), set_config('app.actor_id', 'bench', true),
        set_config('app.actor_name', 'Bench', true), set_config('app.request_id', $2, true), set_config('app.at', $3, true)`,
      [organizationId, newId(), instant.toISOString()],
    )
    const result = await work(
      async (sql, values) => (await client.query(sql, values === undefined ? [] : [...values])).rows,
    )
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function monthsAgo(months: number): Date {
  return new Date(Date.now() - months * 30.4 * 86_400_000 - 7_200_000)
}

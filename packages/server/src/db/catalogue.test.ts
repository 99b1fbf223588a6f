import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { openTestDatabase } from '../test/test-database.ts'
import { newId } from './identity.ts'
import type { Pools } from './pools.ts'
import { findIsolationHoles } from './self-check.ts'
import { databaseTypes, databaseTypesFile } from './write-database-types.ts'

/** The only tables without an organisation: what has been applied to this database. */
const installationTables = ['migration']
/** Written by the system about rows that are ledgered themselves, or too fleeting to be anybody's change. */
const untracked = [
  'access_log',
  'api_token_use',
  'chain_checkpoint',
  'example_progress',
  'ledger_seal',
  'mail_outbox',
  'migration',
  'movement_subject',
  'pending_change',
  'reference_counter',
  'revision',
]

let pools: Pools
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ pools, drop } = await openTestDatabase())
})
afterAll(() => drop())

async function column(sql: string): Promise<string[]> {
  return (await pools.owner.query(sql)).rows.map((row) => row.name)
}

const ourTables =
  "select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')"

describe('the database, for every table there is or will be', () => {
  it('forces row-level security with a policy that covers every command', async () => {
    const tables = await column(`select relname as name from (${ourTables}) t order by 1`)
    expect(tables.length).toBeGreaterThan(30)
    const isolated = await column(
      `select t.relname as name from (${ourTables}) t join pg_class c on c.oid = t.oid
       where c.relrowsecurity and c.relforcerowsecurity and exists (
         select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
           and pg_get_expr(p.polqual, p.polrelid) = '(organization_id = ( SELECT current_organization() AS current_organization))'
           and pg_get_expr(p.polwithcheck, p.polrelid) = '(organization_id = current_organization())')
       order by 1`,
    )
    expect(tables.filter((table) => !isolated.includes(table))).toEqual(installationTables)
  })

  it('has no policy beyond isolation but the five that are known', async () => {
    const more = await column(
      `select polname || ' on ' || polrelid::regclass as name from pg_policy where polname <> 'organization_isolation' order by 1`,
    )
    expect(more).toEqual([
      'own_memberships on member',
      'own_organizations on organization',
      'owner_reads_all on organization',
      'owner_reads_all on pending_change',
      'owner_reads_all on revision',
    ])
  })

  it('writes every business table to the ledger', async () => {
    const without = await column(
      `select relname as name from (${ourTables}) t where not exists
        (select 1 from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'write_revision' and g.tgenabled = 'O') order by 1`,
    )
    expect(without).toEqual(untracked)
    // 4, 8 and 16: after an insert, a delete, an update, whether for each row or for all rows of a statement.
    const inPart = await column(
      `select relname as name from (${ourTables}) t join pg_trigger g on g.tgrelid = t.oid
       where g.tgfoid in ('write_revision'::regproc, 'write_revisions'::regproc) and g.tgenabled = 'O'
       group by 1 having bit_or(g.tgtype) & 28 <> 28`,
    )
    expect(inPart).toEqual([])
  })

  it('starts every primary key and unique index with the organisation', async () => {
    const wrong = await column(
      `select i.indexrelid::regclass::text as name from pg_index i join (${ourTables}) t on t.oid = i.indrelid
       where i.indisunique and t.relname <> 'migration' and not exists (
         select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attname = 'organization_id')`,
    )
    expect(wrong).toEqual([])
  })

  it('has no foreign key that could cross organisations', async () => {
    const crossing = await column(
      `select f.conrelid::regclass || '.' || f.conname as name from pg_constraint f
       where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
         select 1 from generate_subscripts(f.conkey, 1) s
           join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[s]
           join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[s]
         where a.attname = 'organization_id' and b.attname = 'organization_id')`,
    )
    expect(crossing).toEqual([])
  })

  it('has a foreign key behind every column that names another row', async () => {
    const loose = await column(
      `select t.relname || '.' || a.attname as name from (${ourTables}) t join pg_attribute a on a.attrelid = t.oid
       where a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped and a.attname not in ('id', 'organization_id')
         and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = t.oid and a.attnum = any (f.conkey)) order by 1`,
    )
    // These name objects of any kind, or a request, and are checked where they are written.
    expect(loose).toEqual([
      // What was opened outlives who opened it, and the object.
      'access_log.member_id',
      'access_log.object_id',
      'comment.entity_id',
      'comment_mention.entity_id',
      'movement_subject.entity_id',
      'object_link.from_id',
      'object_link.to_id',
      'pending_change.request_id',
      'revision.entity_id',
      'revision.request_id',
    ])
  })

  it('has no view that reads with its owner’s rights, and no definer function outside of the known ones', async () => {
    const views = await column(
      `select c.relname as name from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
       and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    )
    expect(views).toEqual([])
    const definers = await column(
      `select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    )
    expect(definers).toEqual([
      'enqueue_job',
      'ledger_time',
      'list_organization_ids',
      'list_waiting_organization_ids',
      'past',
      'past',
      'remove_example',
      'removing_example',
      'seal_ledger',
      'stamp_row',
      'write_revision',
      'write_revisions',
    ])
  })

  it('fixes where every definer function looks for names, and leaves those that read the ledger to the serving role', async () => {
    const loose = await column(
      `select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
       and not coalesce(exists (select 1 from unnest(proconfig) c where c ~ '^search_path=.*pg_temp$'), false)`,
    )
    expect(loose).toEqual([])
    const callers = await pools.owner.query(
      `select r.rolname as role, p.oid::regprocedure::text as name
       from pg_proc p cross join unnest(array[$1, $2]) as r (rolname)
       where p.proname = 'past' and p.pronamespace = 'public'::regnamespace and has_function_privilege(r.rolname, p.oid, 'execute')`,
      [pools.roles.app, pools.roles.auth],
    )
    expect(callers.rows).toHaveLength(2)
    expect(new Set(callers.rows.map((row) => row.role))).toEqual(new Set([pools.roles.app]))
    const toEverybody = await column(
      `select p.oid::regprocedure::text as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.proname = 'past' and a.grantee = 0`,
    )
    expect(toEverybody).toEqual([])
  })

  it('is described by the committed types', async () => {
    expect(await readFile(databaseTypesFile, 'utf8')).toBe(await databaseTypes(pools.owner))
  })
})

describe('the serving role', () => {
  it('cannot see past its organisation, and the self-check notices when it could', async () => {
    expect(await findIsolationHoles(pools.app)).toEqual([])
    expect((await findIsolationHoles(pools.owner)).length).toBeGreaterThan(0)
    await pools.owner.query('alter table asset no force row level security')
    expect(await findIsolationHoles(pools.app)).toEqual(['Row-level security is not forced on asset.'])
    await pools.owner.query('alter table asset force row level security')
  })

  it('cannot write the ledger, nor read sign-in data', async () => {
    await expect(pools.app.query("update revision set reason = 'x'")).rejects.toMatchObject({ code: '42501' })
    await expect(pools.app.query('delete from revision')).rejects.toMatchObject({ code: '42501' })
    await expect(pools.app.query('delete from ledger_seal')).rejects.toMatchObject({ code: '42501' })
    await expect(pools.app.query('update ledger_seal set position = 9')).rejects.toMatchObject({ code: '42501' })
    await expect(pools.app.query('select * from auth."user"')).rejects.toMatchObject({ code: '42501' })
    await expect(pools.auth.query('select * from public.risk')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('two organisations in one database', () => {
  let ours: SeededRows
  let theirs: SeededRows
  beforeAll(async () => {
    ours = await seedOrganization()
    theirs = await seedOrganization()
  })

  it('have a row in every table, so that nothing below is vacuous', async () => {
    const empty: string[] = []
    for (const table of await column(`select relname as name from (${ourTables}) t`)) {
      if (['migration', 'pending_change', 'chain_checkpoint', 'reference_counter', 'example_progress'].includes(table))
        continue
      const rows = await inOrganization(ours.organization ?? '', (query) => query(`select 1 from ${table} limit 1`))
      if (rows.length === 0) empty.push(table)
    }
    expect(empty).toEqual([])
  })

  it('cannot refer to each other: every foreign key refuses the other’s id', async () => {
    const keys = await pools.owner.query(
      `select f.conrelid::regclass::text as table_name, f.confrelid::regclass::text as target, a.attname as column_name
       from pg_constraint f join unnest(f.conkey) k on true join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k
       where f.contype = 'f' and f.connamespace = 'public'::regnamespace and a.attname <> 'organization_id'`,
    )
    expect(keys.rowCount).toBeGreaterThan(25)
    const accepted: string[] = []
    for (const { table_name, target, column_name } of keys.rows) {
      const code = await inOrganization(ours.organization ?? '', async (query) => {
        // Stands in for a use-case that forgot every check: the owner's guards are off, the keys are not.
        await query(`update ${table_name} set ${column_name} = '${theirs[target]}'`)
        return []
      }).then(
        () => 'accepted',
        (error) => error.code,
      )
      if (!['23503', 'P0001', '42501'].includes(code)) accepted.push(`${table_name}.${column_name}: ${code}`)
    }
    expect(accepted).toEqual([])
  })

  it('see nothing of each other’s past', async () => {
    for (const { organization = '' } of [ours, theirs]) await giveAllAPast(organization)
    const then = "timestamptz '2000-01-15'"
    const past = (table: string, id: string) =>
      `select entity_id::text as id from past('${table}', ${then}) union all
       select entity_id::text from past('${table}', ${then}, array['${id}']::uuid[])`
    const ledgered = await column(
      `select relname as name from (${ourTables}) t join pg_trigger g on g.tgrelid = t.oid and g.tgname = 'write_revision'`,
    )
    for (const table of ledgered) {
      const [own, foreign] = [ours[table] ?? '', theirs[table] ?? '']
      const rows = await inOrganization(ours.organization ?? '', (query) => query(past(table, own)))
      const found = rows.filter((row) => row.id === own)
      expect(found, table).toHaveLength(2)
      const leaked = await inOrganization(ours.organization ?? '', (query) => query(past(table, foreign)))
      const foreigners = leaked.filter((row) => row.id === foreign)
      expect(foreigners, table).toEqual([])
      const elsewhere = await inOrganization(newId(), (query) => query(past(table, own)))
      expect(elsewhere, table).toEqual([])
      expect((await pools.app.query(past(table, own))).rows, table).toEqual([])
    }
    await expect(pools.auth.query(`select * from public.past('risk', now())`)).rejects.toMatchObject({ code: '42501' })
  })

  it('cannot learn from a restored row what another one’s ledger holds', async () => {
    const restore = (id: string) =>
      inOrganization(ours.organization ?? '', async (query) => {
        await query(`select set_config('app.restoring', 'on', true)`)
        return query(
          `insert into asset (organization_id, id, number, title, kind) values ('${theirs.organization}', '${id}', 1, 'x', 'site')`,
        )
      }).then(
        () => 'done',
        (error) => error.code,
      )
    expect(await restore(theirs.asset ?? '')).toBe(await restore(newId()))
  })

  it('see, change and delete nothing of each other', async () => {
    const leaks: string[] = []
    const { deletion: _, ...tables } = theirs
    for (const [table, id] of Object.entries(tables)) {
      const key = ['organization', 'portfolio_state'].includes(table) ? 'organization_id' : 'id'
      const rows = await inOrganization(ours.organization ?? '', (query) =>
        query(`select 1 from ${table} where ${key} = '${id}'`),
      )
      if (rows.length > 0) leaks.push(table)
    }
    expect(leaks).toEqual([])
    await expect(
      inOrganization(ours.organization ?? '', (query) =>
        query(
          `insert into asset (organization_id, id, number, title, kind) values ('${theirs.organization}', '${newId()}', 1, 'x', 'site')`,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('are invisible on a connection that names none, and after one that did', async () => {
    await inOrganization(ours.organization ?? '', (query) => query('select 1'))
    expect((await pools.app.query('select count(*)::int as n from revision')).rows[0].n).toBe(0)
    expect((await pools.app.query('select count(*)::int as n from risk')).rows[0].n).toBe(0)
  })
})

describe('the ledger’s clock', () => {
  it('runs on the database’s time; only an example organisation is written with past times', async () => {
    const organizationId = newId()
    const insert = (isExample: boolean) =>
      `insert into organization (organization_id, name, slug, sector, headcount, currency, is_example)
       values ('${organizationId}', 'Past', 'past', 'other', 5, 'EUR', ${isExample})`
    const at = '2020-01-01T00:00:00Z'
    await expect(inOrganization(organizationId, (query) => query(insert(false)), at)).rejects.toThrow('only an example')
    await inOrganization(organizationId, (query) => query(insert(true)), at)
    const rows = await inOrganization(organizationId, (query) => query('select at from revision'))
    expect(rows[0]?.at).toEqual(new Date(at))
    await expect(
      inOrganization(organizationId, (query) => query(`update organization set is_example = false`)),
    ).rejects.toThrow('an example organisation stays one')
    await expect(
      inOrganization(organizationId, (query) => query(`update organization set name = 'x'`), '2999-01-01T00:00:00Z'),
    ).rejects.toThrow('future')
  })

  it('refuses a write that is not part of a recorded change', async () => {
    const { organization = '' } = await seedOrganization()
    await expect(
      inOrganization(organization, async (query) => {
        await query(`select set_config('app.request_id', '', true)`)
        return query(`insert into comment (organization_id, id, entity, entity_id, author_user_id, author_name, body)
          values (current_organization(), '${newId()}', 'risk', '${newId()}', 'x', 'x', 'x')`)
      }),
    ).rejects.toThrow('outside of a recorded change')
  })
})

type Query = (sql: string) => Promise<Record<string, unknown>[]>

async function inOrganization<T>(organizationId: string, work: (query: Query) => Promise<T>, at = ''): Promise<T> {
  const client = await pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true), set_config('app.actor_id', 't', true),
        set_config('app.actor_name', 'T', true), set_config('app.request_id', $2, true), set_config('app.at', $3, true)`,
      [organizationId, newId(), at],
    )
    const result = await work(async (sql) => (await client.query(sql)).rows)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function seedOrganization(): Promise<SeededRows> {
  const organizationId = newId()
  await inOrganization(organizationId, async (query) => {
    await query(`insert into organization (organization_id, name, slug, sector, headcount, currency)
      values ('${organizationId}', 'Seeded', 'seeded', 'other', 5, 'EUR')`)
    return query(`insert into member (organization_id, id, user_id, role, name, email)
      values ('${organizationId}', '${newId()}', 'user-${organizationId}', 'owner', 'Owner', 'owner@example.org')`)
  })
  return seedRows(pools.app, organizationId, `user-${organizationId}`)
}

/** A version of every row of the organisation that was valid in January 2000 and is no more, written as nobody but the owner can. */
async function giveAllAPast(organizationId: string): Promise<void> {
  const client = await pools.owner.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId])
    await client.query(
      `insert into revision (organization_id, entity, entity_id, version, operation, at, actor_kind, actor_id, actor_name, request_id, row, validity)
       select organization_id, entity, entity_id, 1, 'update', '2000-01-01', actor_kind, actor_id, actor_name, request_id, row,
         tstzrange('2000-01-01', '2000-02-01') from revision where organization_id = $1 and upper_inf(validity)`,
      [organizationId],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

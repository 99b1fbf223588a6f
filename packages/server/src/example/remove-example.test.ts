import { createExample, getExampleProgress, removeExample } from '@sinew/contract/example/example-contract.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import type { JobHelpers } from 'graphile-worker'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { beginTelling, noteProgress } from './example-progress.ts'
import { storyTask } from './story-task.ts'

let server: TestServer
let visitor: TestOrganization
let organizationId: string

beforeAll(async () => {
  server = await startTestServer()
  visitor = await server.createOrganization('Visitor’s own')
})
beforeEach(async () => {
  ;({ organizationId } = await visitor.client.call(createExample))
})

const progress = () => visitor.client.call(getExampleProgress, { params: { organizationId } })
const remove = () => visitor.client.call(removeExample, { params: { organizationId } })

/** As the job queue runs it. */
async function runJob(signal = new AbortController().signal): Promise<void> {
  const payload = { organizationId, ends: new Date().toISOString() }
  await storyTask(server.services)['tell-story']?.(payload, { abortSignal: signal } as JobHelpers)
}

/** Lets time pass without a sign of life. */
async function fallSilent(seconds: number): Promise<void> {
  const client = await server.services.pools.owner.connect()
  try {
    await client.query("select set_config('app.organization_id', $1, false)", [organizationId])
    await client.query('update example_progress set updated_at = updated_at - make_interval(secs => $1)', [seconds])
    await client.query('reset app.organization_id')
  } finally {
    client.release()
  }
}

describe('a story that is not finished', () => {
  it('waits for a worker as long as it takes', async () => {
    await fallSilent(3_600)
    expect(await progress()).toMatchObject({ state: 'telling', done: 0, toldUntil: null, secondsLeft: null })
  })

  it('says which day is told and how long the rest takes', async () => {
    expect(await beginTelling(server.services, organizationId, 100)).toBe(true)
    const toldUntil = new Date('2026-03-01T00:00:00Z')
    await noteProgress(server.services, organizationId, { state: 'telling', done: 50, total: 100, toldUntil })
    const { secondsLeft, ...rest } = await progress()
    expect(rest).toEqual({ state: 'telling', done: 50, total: 100, toldUntil: toldUntil.toISOString() })
    expect(secondsLeft).toBeGreaterThanOrEqual(0)
  })

  it('is interrupted once nobody has given a sign of life for a minute', async () => {
    await beginTelling(server.services, organizationId, 100)
    await fallSilent(50)
    expect(await progress()).toMatchObject({ state: 'telling' })
    await fallSilent(20)
    expect(await progress()).toMatchObject({ state: 'interrupted' })
  })

  it('fails when the server stops, and is not told a second time over its own rows', async () => {
    await runJob(AbortSignal.abort(new Error('The server stops.')))
    expect(await progress()).toMatchObject({ state: 'failed' })
    await runJob()
    expect(await progress()).toMatchObject({ state: 'failed' })
  })

  it('stays told, whatever the queue delivers again', async () => {
    await beginTelling(server.services, organizationId, 1)
    await noteProgress(server.services, organizationId, { state: 'told', done: 1, total: 1 })
    await runJob()
    expect(await progress()).toMatchObject({ state: 'told', secondsLeft: null })
  })
})

describe('removing an example', () => {
  it('leaves nothing but one line of the ledger that says so', async () => {
    await runJob(AbortSignal.abort(new Error('The server stops.')))
    await visitor.client.call(createRisk, { params: { organizationId }, body: { title: 'Mine' } })
    await recompute(server.services, organizationId)
    await remove()
    await expect(visitor.client.call(getOrganization, { params: { organizationId } })).rejects.toMatchObject({
      status: 404,
    })
    const left = await rowsLeft()
    expect(left).toEqual({ revision: 1 })
    const { rows } = await server.services.pools.owner.query(
      'select entity, operation, actor_name from revision where organization_id = $1',
      [organizationId],
    )
    expect(rows).toEqual([{ entity: 'organization', operation: 'delete', actor_name: 'Olga Owner' }])
  })

  it('is refused while it is told, and for a real organisation', async () => {
    await expect(remove()).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'example-being-told' }] },
    })
    const params = { organizationId: visitor.organizationId }
    await expect(visitor.client.call(removeExample, { params })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'not-an-example' }] },
    })
    expect((await visitor.client.call(getOrganization, { params })).name).toBe('Visitor’s own')
  })

  it('is refused for a real organisation by the database itself', async () => {
    const client = await server.services.pools.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.organization_id', $1, true)", [visitor.organizationId])
      await expect(client.query('select remove_example()')).rejects.toThrow('only an example organisation')
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})

/** How many rows of the organisation each table still has; tables without any are left out. */
async function rowsLeft(): Promise<Record<string, number>> {
  const { pools } = server.services
  const tables = await pools.owner.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  const client = await pools.owner.connect()
  const left: Record<string, number> = {}
  try {
    await client.query("select set_config('app.organization_id', $1, false)", [organizationId])
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select count(*)::int as n from ${name} where organization_id = $1`, [
        organizationId,
      ])
      if (rows[0].n > 0) left[name] = rows[0].n
    }
    await client.query('reset app.organization_id')
  } finally {
    client.release()
  }
  return left
}

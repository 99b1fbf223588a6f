import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { recompute } from '../chain/recompute.ts'
import { defaultStatementTimeoutMs, openPools, type Pools } from '../db/pools.ts'
import { afterFile } from '../test/after-file.ts'
import { testSecret } from '../test/test-database.ts'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let hasty: Pools
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  hasty = openPools(String(server.services.pools.owner.options.connectionString), testSecret, {
    statementTimeoutMs: 100,
  })
  afterFile(() => hasty.end())
  ours = await server.createOrganization()
})

/** Nobody reads or changes risks until the work is done. */
async function whileRisksAreLocked<T>(work: () => Promise<T>): Promise<T> {
  const holder = await server.services.pools.owner.connect()
  try {
    await holder.query('begin')
    await holder.query('lock table risk in access exclusive mode')
    return await work()
  } finally {
    await holder.query('rollback')
    holder.release()
  }
}

describe('a statement that takes too long', () => {
  it('ends a request with what to do, and harms nothing after it', async () => {
    const app = createApp({ ...server.services, pools: hasty })
    const path = listRisks.path.replace('{organizationId}', ours.organizationId)
    const ask = async () => app.request(`${testUrl}${path}`, { headers: { origin: testUrl, cookie: ours.cookie } })
    const slow = await whileRisksAreLocked(ask)
    expect(slow.status).toBe(503)
    expect(slow.headers.get('content-type')).toBe('application/problem+json')
    expect(slow.headers.get('retry-after')).toBe('30')
    expect(await slow.json()).toMatchObject({ status: 503, detail: expect.stringContaining('Ask for less at a time') })
    expect((await ask()).status).toBe(200)
  })

  it('is stopped for those who serve, and neither for jobs nor for the owner', async () => {
    const { pools } = server.services
    const limits = await Promise.all(
      [pools.app, pools.auth, pools.jobs, pools.owner].map(
        async (pool) =>
          (await pool.query("select setting::int as ms from pg_settings where name = 'statement_timeout'")).rows[0].ms,
      ),
    )
    expect(limits).toEqual([defaultStatementTimeoutMs, defaultStatementTimeoutMs, 0, 0])
  })

  it('does not stop the working out of consequences, which waits its turn', async () => {
    const { organizationId } = await server.createOrganization()
    const working = await whileRisksAreLocked(async () => {
      const begun = recompute({ pools: hasty }, organizationId)
      await new Promise((resolve) => setTimeout(resolve, 400))
      return { begun }
    })
    expect(await working.begun).toMatchObject({ changes: 1 })
  })
})

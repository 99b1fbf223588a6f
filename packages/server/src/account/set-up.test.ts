import { getSession, setUp } from '@sinew/contract/account/account-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

describe('a new installation', () => {
  it('says what a first account needs', async () => {
    expect((await server.anonymous.call(getSession)).setUpNeeded).toBe(true)
    await expect(
      server.anonymous.call(setUp, { body: { name: ' ', email: 'nonsense', password: 'short' } }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'name' }, { path: 'email' }, { path: 'password' }] },
    })
    expect((await server.anonymous.call(getSession)).setUpNeeded).toBe(true)
  })

  it('gets one owner when many come at once, and no other afterwards', async () => {
    const become = (index: number) =>
      server.anonymous.call(setUp, {
        body: { name: `Person ${index}`, email: `person-${index}@example.org`, password: 'a long enough password' },
      })
    const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => become(index)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect([409, 503]).toContain(one.reason.status)
    const accounts = await server.services.pools.owner.query('select count(*)::int as n from auth."user"')
    expect(accounts.rows[0].n).toBe(1)
    await expect(become(99)).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'already_set_up' }] } })
    expect((await server.anonymous.call(getSession)).setUpNeeded).toBe(false)
  })
})

import {
  changePassword,
  endOtherSessions,
  endSession,
  getSession,
  listSessions,
  signOut,
} from '@sinew/contract/account/account-contract.ts'
import { createClient } from '@sinew/contract/client.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const password = 'correct horse battery'
let count = 0

/** An account of its own for each test: tries are counted by account and by address. */
async function account() {
  count += 1
  const email = `person-${count}@example.org`
  await server.services.auth.api.signUpEmail({ body: { name: 'Pat', email, password } })
  return { email, address: `10.0.0.${count}` }
}

type Try = { readonly email: string; readonly password?: string; readonly address: string }

function signInRaw({ address, ...body }: Try, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    server.app.fetch(
      new Request(`${testUrl}/api/sign-in`, {
        method: 'POST',
        headers: { origin: testUrl, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ password, ...body }),
      }),
      { address },
    ),
  )
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

async function signedIn(person: Try, headers: Record<string, string> = {}) {
  const cookie = cookieOf(await signInRaw(person, headers))
  const client = createClient({
    baseUrl: testUrl,
    headers: { origin: testUrl, cookie },
    fetch: async (request) => server.app.fetch(request, { address: person.address }),
  })
  return { cookie, client }
}

describe('signing in', () => {
  it('gives the same answer for a wrong password and an unknown address', async () => {
    const person = await account()
    const wrong = await signInRaw({ ...person, password: 'not the password' })
    const unknown = await signInRaw({ ...person, email: 'nobody@example.org' })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    const body = async (response: Response) => {
      const { requestId: _, ...rest } = (await response.json()) as Record<string, unknown>
      return rest
    }
    expect(await body(wrong)).toEqual(await body(unknown))
    expect(wrong.headers.getSetCookie()).toEqual([])
    expect([...wrong.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort())
  })

  it('tries ten passwords in fifteen minutes, whatever address a header claims', async () => {
    const person = await account()
    const statuses: number[] = []
    for (let index = 0; index < 13; index++) {
      const spoofed = {
        'x-forwarded-for': `192.0.2.${index}`,
        'x-real-ip': `192.0.2.${index}`,
        forwarded: `for=${index}`,
      }
      statuses.push((await signInRaw({ ...person, password: 'a wrong password' }, spoofed)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(3).fill(429)])
    // The right password does not get through either, and another spelling of the address is the same account.
    const right = await signInRaw({ ...person, email: person.email.toUpperCase() })
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
    // Somebody else at the same place still gets in.
    expect((await signInRaw({ ...(await account()), address: person.address })).status).toBe(200)
  })

  it('forgets the tries once the password was right', async () => {
    const person = await account()
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 6; index++) {
        expect((await signInRaw({ ...person, password: 'a wrong password' })).status).toBe(401)
      }
      expect((await signInRaw(person)).status).toBe(200)
    }
  })

  it('limits an address that tries many accounts', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 104; index++) {
      statuses.push((await signInRaw({ email: `guess-${index}@example.org`, address: '10.9.9.9' })).status)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(100)
    expect(statuses.slice(100)).toEqual([429, 429, 429, 429])
  })

  it('opens a new session each time, in a cookie no script can read', async () => {
    const person = await account()
    const first = await signInRaw(person)
    const [line = ''] = first.headers.getSetCookie()
    expect(line).toMatch(/HttpOnly/i)
    expect(line).toMatch(/SameSite=Lax/i)
    expect(line).toMatch(/Path=\//i)
    const again = await signInRaw(person, { cookie: cookieOf(first) })
    expect(cookieOf(again)).not.toBe(cookieOf(first))
  })
})

describe('a session', () => {
  it('ends at signing out, and stays ended', async () => {
    const { client } = await signedIn(await account())
    expect((await client.call(getSession)).user?.name).toBe('Pat')
    await client.call(signOut)
    expect((await client.call(getSession)).user).toBeNull()
    await expect(client.call(listSessions)).rejects.toMatchObject({ status: 401 })
  })

  it('elsewhere ends when the password changes', async () => {
    const person = await account()
    const here = await signedIn(person)
    const there = await signedIn(person)
    const change = (currentPassword: string) =>
      here.client.call(changePassword, { body: { currentPassword, newPassword: 'another horse battery' } })
    await expect(change('not it at all')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'currentPassword' }] },
    })
    expect((await there.client.call(getSession)).user).not.toBeNull()
    await change(password)
    expect((await there.client.call(getSession)).user).toBeNull()
    expect((await signInRaw(person)).status).toBe(401)
    expect((await signInRaw({ ...person, password: 'another horse battery' })).status).toBe(200)
  })

  it('is listed with browser and true address, and ended from elsewhere', async () => {
    const person = await account()
    const here = await signedIn(person, { 'user-agent': 'Here', 'x-forwarded-for': '203.0.113.9' })
    const there = await signedIn(person, {
      'user-agent': 'There',
      'x-sinew-connection-address': '203.0.113.9',
    })
    const { items } = await here.client.call(listSessions)
    const known = items.filter(({ userAgent }) => userAgent !== '')
    expect(known.map(({ userAgent, isCurrent, address }) => [userAgent, isCurrent, address])).toEqual([
      ['There', false, person.address],
      ['Here', true, person.address],
    ])
    const stranger = await signedIn(await account())
    const sessionId = known[0]?.id ?? ''
    await expect(stranger.client.call(endSession, { params: { sessionId } })).rejects.toMatchObject({ status: 404 })
    await here.client.call(endSession, { params: { sessionId } })
    await expect(there.client.call(listSessions)).rejects.toMatchObject({ status: 401 })
    const third = await signedIn(person)
    expect((await third.client.call(endOtherSessions)).ended).toBeGreaterThanOrEqual(1)
    await expect(here.client.call(listSessions)).rejects.toMatchObject({ status: 401 })
    expect((await third.client.call(listSessions)).items).toHaveLength(1)
  })
})

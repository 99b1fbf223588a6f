import { acceptInvitation, readInvitation } from '@sinew/contract/account/account-contract.ts'
import { type Client, createClient } from '@sinew/contract/client.ts'
import {
  createInvitation,
  listInvitations,
  listMembers,
  revokeInvitation,
} from '@sinew/contract/member/member-contract.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { createPerson, listPeople } from '@sinew/contract/person/person-contract.ts'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { readonly organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization('Ours')
  params = { organizationId: ours.organizationId }
})
afterEach(() => server.setNow(null))

let count = 0
const freshEmail = () => `invited-${++count}@example.org`
const password = 'a long enough password'

async function invite(email: string, role: 'owner' | 'reader' | 'contributor' = 'contributor') {
  const invitation = await ours.client.call(createInvitation, { params, body: { email, role } })
  return { ...invitation, token: invitation.link.split('/').at(-1) ?? '' }
}

/** Each caller comes from an address of its own: guessing is limited by address. */
function visitor(headers: Record<string, string> = {}): Client {
  const address = `10.1.0.${++count}`
  return createClient({
    baseUrl: testUrl,
    headers: { origin: testUrl, ...headers },
    fetch: async (request) => server.app.fetch(request, { address }),
  })
}

const join = (token: string, body: { name?: string; password?: string } = { name: 'Ingrid', password }) =>
  visitor().call(acceptInvitation, { params: { token }, body })

async function accountFor(email: string): Promise<Client> {
  const result = await server.services.auth.api.signUpEmail({
    body: { name: 'Known', email, password },
    returnHeaders: true,
  })
  const cookie = result.headers.getSetCookie().map((line) => line.split(';')[0])
  return visitor({ cookie: cookie.join('; ') })
}

const roleOf = async (email: string) =>
  (await ours.client.call(listMembers, { params, query: { q: email } })).items.map(({ role }) => role)

const gone = { status: 404, message: expect.stringContaining('used, withdrawn or has expired') }

describe('an invitation', () => {
  it('lets its address in once, with a new account, as that role and person', async () => {
    const email = freshEmail()
    const known = await ours.client.call(createPerson, { params, body: { name: 'Ingrid from the register', email } })
    const { token, status, link } = await invite(email.toUpperCase())
    expect(status).toBe('open')
    expect(link.startsWith(`${testUrl}/invitation/snw_`)).toBe(true)
    const read = await visitor().call(readInvitation, { params: { token } })
    expect(read).toMatchObject({ organizationName: 'Ours', email, role: 'contributor', hasAccount: false })
    const session = await join(token)
    expect(session.organizations).toMatchObject([{ id: ours.organizationId, role: 'contributor' }])
    const people = await ours.client.call(listPeople, { params, query: { q: email } })
    expect(people.items).toMatchObject([{ id: known.id, role: 'contributor' }])
    await expect(join(token)).rejects.toMatchObject(gone)
    await expect(visitor().call(readInvitation, { params: { token } })).rejects.toMatchObject(gone)
    const { items } = await ours.client.call(listInvitations, { params, query: { q: email } })
    expect(items.map((one) => one.status)).toEqual(['accepted'])
  })

  it('lets somebody in who has an account, once they are signed in', async () => {
    const email = freshEmail()
    const client = await accountFor(email)
    const { token } = await invite(email, 'reader')
    expect(await visitor().call(readInvitation, { params: { token } })).toMatchObject({ hasAccount: true })
    await expect(join(token)).rejects.toMatchObject({ status: 401 })
    expect(await roleOf(email)).toEqual([])
    await client.call(acceptInvitation, { params: { token }, body: {} })
    expect((await client.call(getOrganization, { params })).role).toBe('reader')
  })

  it('is for its address alone', async () => {
    const { token } = await invite(freshEmail())
    const other = await accountFor(freshEmail())
    await expect(other.call(acceptInvitation, { params: { token }, body: {} })).rejects.toMatchObject({ status: 403 })
    await expect(other.call(getOrganization, { params })).rejects.toMatchObject({ status: 404 })
  })

  it('ends when it is withdrawn, when it expires, and when the address is invited anew', async () => {
    const revoked = await invite(freshEmail())
    await ours.client.call(revokeInvitation, { params: { ...params, invitationId: revoked.id } })
    await expect(join(revoked.token)).rejects.toMatchObject(gone)

    const expired = await invite(freshEmail())
    server.setNow(new Date(Date.now() + 7 * 86_400_000 + 60_000))
    await expect(join(expired.token)).rejects.toMatchObject(gone)
    server.setNow(null)

    const email = freshEmail()
    const first = await invite(email, 'owner')
    const second = await invite(email, 'reader')
    await expect(join(first.token)).rejects.toMatchObject(gone)
    await join(second.token)
    expect(await roleOf(email)).toEqual(['reader'])
    // Nothing is left behind of those who did not get in.
    const accounts = await server.services.pools.owner.query(
      'select count(*)::int as n from auth."user" where email = any ($1)',
      [[revoked.email, expired.email]],
    )
    expect(accounts.rows[0].n).toBe(0)
  })

  it('lets one in when ten come at once', async () => {
    const email = freshEmail()
    const { token } = await invite(email)
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => join(token)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) {
      if (one.status === 'rejected') expect([401, 404, 503]).toContain(one.reason.status)
    }
    expect(await roleOf(email)).toEqual(['contributor'])
    expect((await ours.client.call(listPeople, { params, query: { q: email } })).total).toBe(1)
  })

  it('lets one in when ten come at once who are signed in', async () => {
    const email = freshEmail()
    const client = await accountFor(email)
    const { token } = await invite(email, 'reader')
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => client.call(acceptInvitation, { params: { token }, body: {} })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await roleOf(email)).toEqual(['reader'])
  })

  it('never changes the role of somebody who is a member already', async () => {
    await expect(invite((await ownerEmail()) ?? '', 'reader')).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'already_member' }] },
    })
    // The address became a member in another way while the link was out.
    const email = freshEmail()
    const client = await accountFor(email)
    const { token } = await invite(email, 'owner')
    const user = await server.services.pools.owner.query('select id from auth."user" where email = $1', [email])
    await addMember(user.rows[0].id, email)
    await client.call(acceptInvitation, { params: { token }, body: {} })
    expect(await roleOf(email)).toEqual(['reader'])
  })

  it('says what a new account lacks, and makes none', async () => {
    const email = freshEmail()
    const { token } = await invite(email)
    await expect(join(token, { password })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'name' }] },
    })
    await expect(join(token, { name: 'I' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'password' }] },
    })
    await expect(join(token, { name: 'I', password: 'short' })).rejects.toMatchObject({ status: 422 })
    expect(await roleOf(email)).toEqual([])
    await join(token)
  })

  it('is not guessed: nonsense, another organisation’s id, a changed letter', async () => {
    const { token } = await invite(freshEmail())
    const stranger = await server.createOrganization('Theirs')
    const elsewhere = token.replace(/^snw_[0-9a-f]{32}/, `snw_${stranger.organizationId.replaceAll('-', '')}`)
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    for (const guess of ['nonsense', elsewhere, changed, `${token}x`]) {
      await expect(visitor().call(readInvitation, { params: { token: guess } }), guess).rejects.toMatchObject(gone)
    }
  })

  it('is tried sixty times from one address in fifteen minutes, not more', async () => {
    const guesser = visitor()
    const statuses: number[] = []
    for (let index = 0; index < 62; index++) {
      const answer = guesser.call(readInvitation, { params: { token: `guess-${index}` } })
      statuses.push(await answer.then(() => 200).catch((error) => error.status))
    }
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(statuses.slice(60)).toEqual([429, 429])
  })

  it('is kept as a hash, shown once, and made by owners', async () => {
    const email = freshEmail()
    const { token } = await invite(email)
    const { items } = await ours.client.call(listInvitations, { params, query: { q: email } })
    expect(JSON.stringify(items)).not.toContain(token)
    const secret = token.split('_')[2] ?? ''
    const stored = await server.services.pools.owner.query(
      `select count(*)::int as n from revision where row::text like '%' || $1 || '%'`,
      [secret],
    )
    expect(stored.rows[0].n).toBe(0)
    const manager = await ours.clientAs('manager')
    await expect(
      manager.call(createInvitation, { params, body: { email: freshEmail(), role: 'reader' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      ours.client.call(createInvitation, { params, body: { email: 'nonsense', role: 'reader', expiresInDays: 99 } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'email' }, { path: 'expiresInDays' }] } })
  })
})

async function ownerEmail(): Promise<string | undefined> {
  const { items } = await ours.client.call(listMembers, { params, query: { role: 'owner' } })
  return items[0]?.email
}

async function addMember(userId: string, email: string): Promise<void> {
  const client = await server.services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
        set_config('app.actor_id', 'test', true), set_config('app.actor_name', 'Test', true),
        set_config('app.request_id', gen_random_uuid()::text, true)`,
      [ours.organizationId],
    )
    await client.query(
      `insert into member (organization_id, id, user_id, role, name, email) values ($1, gen_random_uuid(), $2, 'reader', 'Known', $3)`,
      [ours.organizationId, userId, email],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

import type { Route } from '@sinew/contract/route.ts'
import { formatToken } from '@sinew/contract/token/token-text.ts'
import { permissions, type Role, roles } from '@sinew/core/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { safeParse } from 'zod/v4/core'
import { newId } from '../db/identity.ts'
import { hashToken } from '../http/authenticate.ts'
import { routes } from '../routes.ts'
import { replaceAt, sampleOf } from '../test/sample-input.ts'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'
import { expectedAccess } from './expected-access.ts'
import { entityOfIdField } from './id-fields.ts'

const all = routes.map((binding) => binding.route)
const inOrganization = all.filter((route) => route.path.startsWith('/api/orgs/{organizationId}'))
const letters: Readonly<Record<Role, string>> = {
  owner: 'o',
  manager: 'm',
  contributor: 'c',
  auditor: 'a',
  reader: 'r',
}

let server: TestServer
let ours: TestOrganization
let theirs: TestOrganization
let ourIds: SeededRows
let theirIds: SeededRows
const cookies = new Map<Role, string>()
let ourOwner: string
let theirOwner: string

beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization('Ours')
  theirs = await server.createOrganization('Theirs')
  ourOwner = ours.cookie
  theirOwner = theirs.cookie
  ourIds = await seedRows(server.services.pools.app, ours.organizationId, ours.userId)
  theirIds = await seedRows(server.services.pools.app, theirs.organizationId, theirs.userId)
  for (const role of roles) cookies.set(role, await ours.cookieAs(role))
})

describe('the authorisation matrix', () => {
  it('has a row for every route and none for a route that is gone', () => {
    expect(all.length).toBeGreaterThan(10)
    expect(new Set(all.map((route) => route.id)).size).toBe(all.length)
    expect(Object.keys(expectedAccess).sort()).toEqual(all.map((route) => route.id).sort())
  })

  it.each(inOrganization.map((route) => [route.id, route] as const))(
    '%s: every role, as expected',
    async (id, route) => {
      const actual = []
      for (const role of roles) {
        const { status } = await call(route, ours.organizationId, ourIds, { cookie: cookies.get(role) ?? '' })
        expect(status, `${id} as ${role}`).not.toBe(401)
        expect(status, `${id} as ${role}`).toBeLessThan(500)
        if (status !== 403) actual.push(letters[role])
      }
      expect(actual.join('')).toBe(expectedAccess[id])
    },
  )

  it.each(inOrganization.map((route) => [route.id, route] as const))(
    '%s: no session, another organisation, a token out of scope',
    async (_id, route) => {
      expect((await call(route, ours.organizationId, ourIds, {})).status, 'nobody').toBe(401)
      const stranger = await call(route, ours.organizationId, ourIds, { cookie: theirOwner })
      const nowhere = await call(route, newId(), ourIds, { cookie: theirOwner })
      expect(stranger.status, 'another organisation').toBe(404)
      expect(withoutRequestId(stranger.body)).toEqual(withoutRequestId(nowhere.body))

      const narrow = Object.keys(permissions).filter((permission) => permission !== route.access)
      const token = await makeToken(ours, ourIds, narrow)
      expect(
        (await call(route, ours.organizationId, ourIds, { authorization: `Bearer ${token}` })).status,
        'token out of scope',
      ).toBe(403)
      const foreign = await makeToken(theirs, theirIds, Object.keys(permissions))
      expect(
        (await call(route, ours.organizationId, ourIds, { authorization: `Bearer ${foreign}` })).status,
        'their token',
      ).toBe(404)
      expect(
        (await call(route, ours.organizationId, ourIds, { authorization: 'Bearer snw_nonsense' })).status,
        'no token',
      ).toBe(401)
    },
  )

  it.each(inOrganization.map((route) => [route.id, route] as const))(
    '%s: every id it takes, with another organisation’s',
    async (id, route) => {
      const failures: string[] = []
      const check = async (what: string, parts: Parts) => {
        const answer = await send(route, parts, { cookie: ourOwner, ...(await ifMatchOf(route, ourIds)) })
        const harmless = answer.status === 404 || (parts.inQuery && answer.status === 200 && isEmptyAnswer(answer.body))
        if (!harmless) failures.push(`${id} ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`)
      }
      const sample = partsOf(route, ours.organizationId, ourIds)
      for (const name of idParams(route)) {
        await check(`path ${name}`, { ...sample, params: { ...sample.params, [name]: theirId(name) } })
      }
      for (const place of sample.bodyIds) {
        await check(`body ${place.place.join('.')}`, {
          ...sample,
          body: replaceAt(sample.body, place.place, theirId(place.name)),
        })
      }
      for (const place of sample.queryIds) {
        await check(`query ${place.place.join('.')}`, {
          ...sample,
          query: { ...sample.query, [String(place.place[0])]: theirId(place.name) },
          inQuery: true,
        })
      }
      expect(failures).toEqual([])
    },
  )

  it('lets nobody near a session route without a session', async () => {
    for (const route of all.filter((one) => one.access === 'session')) {
      expect(expectedAccess[route.id]).toBe('session')
      expect((await call(route, ours.organizationId, ourIds, {})).status, route.id).toBe(401)
    }
    for (const route of all.filter((one) => one.access === 'public')) expect(expectedAccess[route.id]).toBe('public')
  })
})

type Parts = {
  readonly params: Record<string, string>
  readonly query: Record<string, unknown>
  readonly body: unknown
  readonly inQuery?: boolean
}

function theirId(field: string): string {
  return idIn(theirIds, field)
}

/** The seeded row that an id field names. A field nobody has described stops the run: the matrix would not test it. */
function idIn(ids: SeededRows, field: string): string {
  const entity = entityOfIdField[field]
  const id = entity === undefined ? undefined : ids[entity]
  if (id === undefined)
    throw new Error(`Say in id-fields.ts what the id field ${field} names, and seed one in seed-rows.ts.`)
  return id
}

function idParams(route: Route): string[] {
  return Object.keys(route.params.shape).filter(
    (name) => name !== 'organizationId' && entityOfIdField[name] !== undefined,
  )
}

function partsOf(route: Route, organizationId: string, ids: SeededRows) {
  const params: Record<string, string> = { organizationId }
  for (const name of Object.keys(route.params.shape)) {
    if (name === 'organizationId') continue
    const sample = sampleOf(route.params.shape[name] as never, () => idIn(ids, name)).value
    params[name] = String(sample)
  }
  const body = route.upload ? { value: undefined, ids: [] } : sampleOf(route.body, (field) => idIn(ids, field))
  const query = sampleOf(route.query, (field) => idIn(ids, field))
  // What the query must hold, so that nothing but what is tried is wrong with the request.
  const required = Object.keys(route.query.shape).filter(
    (name) => !safeParse(route.query.shape[name] ?? z.never(), undefined).success,
  )
  const needed = Object.fromEntries(required.map((name) => [name, (query.value as Record<string, unknown>)[name]]))
  return { params, query: needed, body: body.value, bodyIds: body.ids, queryIds: query.ids }
}

async function call(route: Route, organizationId: string, ids: SeededRows, headers: Record<string, string>) {
  return send(route, partsOf(route, organizationId, ids), headers)
}

/** Sends with a version nobody is at, so that an allowed write changes nothing while the next role is tried. */
async function send(route: Route, parts: Parts, headers: Record<string, string>) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => parts.params[name] ?? '')
  const search = new URLSearchParams(Object.entries(parts.query).map(([key, value]) => [key, String(value)]))
  const hasBody = route.upload || parts.body !== undefined
  const response = await server.app.request(`${testUrl}${path}?${search}`, {
    method: route.method.toUpperCase(),
    headers: {
      origin: testUrl,
      ...(route.ifMatch ? { 'if-match': '"999999"' } : {}),
      ...(hasBody && !route.upload ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(hasBody ? { body: route.upload ? 'not a report' : JSON.stringify(parts.body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

/** The version our object is at, so that nothing but the foreign id is wrong with the request. */
async function ifMatchOf(route: Route, ids: SeededRows): Promise<Record<string, string>> {
  if (!route.ifMatch) return {}
  const name = Object.keys(route.params.shape).at(-1) ?? ''
  const table = name === 'organizationId' ? 'organization' : (entityOfIdField[name] ?? 'organization')
  const row = await server.services.pools.owner.query(
    `select row ->> 'version' as version from revision where organization_id = $1 and entity = $2 and entity_id = $3 and upper_inf(validity)`,
    [ours.organizationId, table, ids[table]],
  )
  return { 'if-match': `"${row.rows[0]?.version ?? 1}"` }
}

function isEmptyAnswer(body: unknown): boolean {
  // A table as a file: its heading alone.
  if (typeof body === 'string') return body.trim().split('\r\n').length === 1
  const { total, items } = (body ?? {}) as { total?: number; items?: unknown[] }
  return total === 0 || items?.length === 0
}

function withoutRequestId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as Record<string, unknown>
  return rest
}

async function makeToken(organization: TestOrganization, ids: SeededRows, scopes: readonly string[]): Promise<string> {
  const token = formatToken(
    organization.organizationId,
    'A'.repeat(33) + Math.random().toString(36).slice(2, 12).padEnd(10, 'x'),
  )
  const client = await server.services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
        set_config('app.actor_id', 'test', true), set_config('app.actor_name', 'Test', true), set_config('app.request_id', $2, true)`,
      [organization.organizationId, newId()],
    )
    await client.query(
      `insert into api_token (organization_id, id, member_id, name, token_hash, scopes, expires_at) values ($1, $2, $3, 'Matrix', $4, $5, now() + interval '1 hour')`,
      [organization.organizationId, newId(), ids.member, hashToken(token), scopes],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
  return token
}

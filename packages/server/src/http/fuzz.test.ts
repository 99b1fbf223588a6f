import { registers } from '@sinew/contract/register/registers.ts'
import type { Route } from '@sinew/contract/route.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { entityOfIdField } from '../access/id-fields.ts'
import { newId } from '../db/identity.ts'
import { routes } from '../routes.ts'
import { hostileText, mutated, plantedId, plantedKeys, plantedText, rawBody } from '../test/hostile-input.ts'
import { sampleOf } from '../test/sample-input.ts'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

/** Requests a route; more of them, or those of an earlier run again, by the environment. */
const runs = Number(process.env.FUZZ_RUNS ?? 20)
const seed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED)

/** Routes of registers are all answered by the same code: what one of them would not stand shows in the others. */
const ofRegisters = new Set(
  registers.flatMap((contract) =>
    Object.values(contract).flatMap((one) => (one instanceof Object && 'path' in one ? [String(one.id)] : [])),
  ),
)
const runsOf = ({ id }: Route) => (ofRegisters.has(id) ? Math.ceil(runs / 5) : runs)

let server: TestServer
let ours: TestOrganization
let stranger: TestOrganization
let ids: SeededRows

beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization('Fuzzed')
  // Session routes may end the session that calls them.
  stranger = await server.createOrganization('Of the session that may end')
  ids = await seedRows(server.services.pools.app, ours.organizationId, ours.userId)
})

// What deletes comes last, so that the others find what they are about.
const order = ['get', 'post', 'put', 'patch', 'delete']
const all = routes.map((binding) => binding.route).toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method))

describe('whatever is sent', () => {
  it.each(all.map((route) => [route.id, route] as const))(
    '%s answers, and never with a failure',
    async (_, route) => {
      await fc.assert(
        fc.asyncProperty(requestTo(route), async (sent) => {
          const response = await server.app.request(sent.url, await withVersion(route, sent.init, sent.currentVersion))
          const text = await response.text()
          expect(response.status, text.slice(0, 500)).toBeLessThan(500)
          if (response.status >= 400) expectProblem(response, text)
          if (sent.planted) expect(response.status, 'unknown fields were taken').toBeGreaterThanOrEqual(400)
        }),
        { numRuns: runsOf(route), seed, endOnFailure: false },
      )
    },
    120_000,
  )

  it('has left nothing behind in a field that no form has', async () => {
    const planted = await server.services.pools.owner.query(
      'select entity, operation from revision where row::text like any ($1) limit 5',
      [[`%${plantedId}%`, `%${plantedText}%`]],
    )
    expect(planted.rows).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

function expectProblem(response: Response, text: string): void {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String), requestId: expect.any(String) })
  expect(response.headers.get('x-request-id')).toBe(problem.requestId)
}

type Sent = {
  readonly url: string
  readonly init: RequestInit & { readonly headers: Record<string, string> }
  readonly currentVersion: boolean
  readonly planted: boolean
}

/** A right request with a few things wrong in it: so that it gets past the first check, and reaches every later one. */
function requestTo(route: Route): fc.Arbitrary<Sent> {
  const idOf = (field: string) => ids[entityOfIdField[field] ?? ''] ?? newId()
  // The ids are known once the rows are there, hence not before a request is made.
  return fc.constant(null).chain(() => {
    const body = sampleOf(route.body, idOf).value
    const query = (sampleOf(route.query, idOf).value ?? {}) as Record<string, unknown>
    const params = Object.fromEntries(
      Object.keys(route.params.shape).map((name) => [
        name,
        name === 'organizationId'
          ? ours.organizationId
          : String(sampleOf(route.params.shape[name] as never, () => idOf(name)).value),
      ]),
    )
    return fc
      .record({
        params: seldom(10, null, fc.tuple(fc.nat(9), hostileText)),
        query: fc.subarray(Object.keys(query)),
        wrongQuery: seldom(route.method === 'get' ? 2 : 10, null, fc.tuple(fc.nat(30), hostileText)),
        body: body === undefined ? fc.constant(undefined) : mutated(body),
        raw: seldom(10, null, rawBody),
        planted: seldom(5, [], fc.subarray([...plantedKeys], { minLength: 1 })),
        currentVersion: fc.boolean(),
      })
      .map((parts) => ({
        url: urlOf(route, params, parts.params, chosen(query, parts.query, parts.wrongQuery)),
        ...bodyOf(route, parts),
        currentVersion: parts.currentVersion,
      }))
  })
}

/** `usual`, and once in `times` something else. */
function seldom<T, U>(times: number, usual: T, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
}

function chosen(
  query: Readonly<Record<string, unknown>>,
  names: readonly string[],
  wrong: readonly [number, string] | null,
): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of names) for (const value of [query[name]].flat()) search.append(name, String(value))
  const all = [...Object.keys(query), 'unknown']
  if (wrong !== null) search.set(all[wrong[0] % all.length] ?? 'unknown', wrong[1])
  return search
}

function urlOf(
  route: Route,
  params: Readonly<Record<string, string>>,
  wrong: readonly [number, string] | null,
  search: URLSearchParams,
): string {
  const names = Object.keys(params)
  const spoilt = wrong === null ? null : names[wrong[0] % Math.max(1, names.length)]
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === spoilt ? encodeURIComponent((wrong?.[1] ?? '').toWellFormed()) : (params[name] ?? ''),
  )
  return `${testUrl}${path}?${search}`
}

type BodyParts = {
  readonly body: unknown
  readonly raw: string | null
  readonly planted: readonly string[]
}

function bodyOf(route: Route, { body, raw, planted }: BodyParts): Pick<Sent, 'init' | 'planted'> {
  const session = route.access === 'session' || route.access === 'public' ? stranger.cookie : ours.cookie
  const headers: Record<string, string> = { origin: testUrl, cookie: session }
  const method = route.method.toUpperCase()
  const none = { planted: false }
  if (route.upload) return { init: { method, headers, body: raw ?? 'some bytes' }, ...none }
  if (method === 'GET' || method === 'DELETE') return { init: { method, headers }, ...none }
  headers['content-type'] = 'application/json'
  if (raw !== null) return { init: { method, headers, body: raw }, ...none }
  if (body === undefined) return { init: { method, headers }, ...none }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  if (!isObject || planted.length === 0) return { init: { method, headers, body: JSON.stringify(body) }, ...none }
  // Written as text, since `__proto__` set on an object would not be a field of it.
  const extra = planted.map(
    (key) => `${JSON.stringify(key)}:${JSON.stringify(key.endsWith('id') ? plantedId : plantedText)}`,
  )
  const own = JSON.stringify(body).slice(1)
  const known = (key: string) => Object.hasOwn(body, key)
  const text = `{${extra.join(',')}${own === '}' ? '' : ','}${own}`
  return { init: { method, headers, body: text }, planted: planted.some((key) => !known(key)) }
}

/** The version the object is at, for every second request: the others stop at 412. */
async function withVersion(route: Route, init: Sent['init'], isCurrent: boolean): Promise<RequestInit> {
  if (!route.ifMatch) return init
  const name = Object.keys(route.params.shape).at(-1) ?? ''
  const table = name === 'organizationId' ? 'organization' : (entityOfIdField[name] ?? 'organization')
  const found = await server.services.pools.owner.query(
    `select row ->> 'version' as version from revision where organization_id = $1 and entity = $2 and entity_id = $3 and upper_inf(validity)`,
    [ours.organizationId, table, ids[table] ?? ours.organizationId],
  )
  const version = isCurrent ? (found.rows[0]?.version ?? 1) : 999_999
  return { ...init, headers: { ...init.headers, 'if-match': `"${version}"` } }
}

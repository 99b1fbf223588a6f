import type { Route } from '@sinew/contract/route.ts'
import { areaOf, isWithinAreas, refuseOutsidePeriod } from '@sinew/core/access/access-limits.ts'
import type { Permission } from '@sinew/core/access/permissions.ts'
import type { Hono } from 'hono'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { AppError, forbid } from '../errors.ts'
import type { StoredFile } from '../file/file-store.ts'
import { setLedger } from '../ledger/settings.ts'
import type { Services } from '../services.ts'
import { authenticate, type Caller } from './authenticate.ts'
import type { Binding } from './handle.ts'
import { logAccess } from './log-access.ts'
import { fieldErrors, toProblemResponse } from './problem.ts'
import { assertSameSite } from './protect.ts'
import { buildContext, findStanding, isPermitted } from './request-context.ts'
import { sayPlainly } from './say-plainly.ts'

const maxJsonBytes = 1_048_576

const plainly = { error: sayPlainly }

export type RequestEnvironment = { Bindings: { readonly address?: string; readonly story?: StoryStep } }

/**
 * A step of an example company's story: who of its cast acts, and when. It comes with the in-process call, never over the
 * wire, and the database refuses a past time for any organisation that is not an example.
 */
export type StoryStep = { readonly memberUserId: string; readonly name: string; readonly at: Date }

/** Serves every bound route the same way: who, may they, is the input right; then one transaction; then the answer. */
export function mount(app: Hono<RequestEnvironment>, bindings: readonly Binding[], services: Services): void {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
  for (const binding of bindings) {
    const { route } = binding
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const requestId = uuid()
      try {
        const response = await serve(services, db, binding, c.req.raw, c.req.param(), {
          requestId,
          address: c.env?.address ?? 'local',
          story: c.env?.story,
        })
        response.headers.set('x-request-id', requestId)
        return response
      } catch (error) {
        const response = toProblemResponse(error, requestId, services.log)
        response.headers.set('x-request-id', requestId)
        return response
      }
    })
  }
}

type Arrival = { readonly requestId: string; readonly address: string; readonly story?: StoryStep }

async function serve(
  services: Services,
  db: Kysely<Database>,
  { route, handler }: Binding,
  request: Request,
  rawParams: Record<string, string>,
  arrival: Arrival,
): Promise<Response> {
  assertSameSite(request, services.publicUrl)
  const { story } = arrival
  const now = story?.at ?? services.clock()
  const caller: Caller = story ? castMember(story) : await authenticate(services, db, request)
  const act = handler as (ctx: unknown, input: unknown) => Promise<unknown>

  if (route.access === 'public' || route.access === 'session') {
    const user = caller.kind === 'user' ? caller.user : null
    if (route.access === 'session' && user === null) throw new AppError(401, 'Sign in first.')
    const input = await readInput(route, request, rawParams)
    const ctx = {
      user,
      now,
      requestId: arrival.requestId,
      address: arrival.address,
      headers: request.headers,
      log: services.log,
      services,
      told: story?.at,
    }
    return answer(services, route, await act(ctx, input))
  }

  const organizationId = parseParams(route, rawParams).organizationId as string
  if (caller.kind === 'nobody') throw new AppError(401, 'Sign in, or send a token.')
  if (caller.kind === 'token' && caller.organizationId !== organizationId) {
    throw new AppError(404, 'There is no such organisation, or you do not belong to it.')
  }
  const permission = route.access as Permission
  const enter = (tx: Transaction<Database>) => standingOf(tx, organizationId, caller, { ...arrival, now }, permission)
  const stored = route.upload ? await receiveUpload(services, db, request, enter) : null
  const { response, standing } = await inTransaction(db, route.method === 'get', async (tx) => {
    const standing = await enter(tx)
    const input = { ...(await readInput(route, request, rawParams)), stored }
    const asOf = pastInstant(input.query, now)
    if (asOf !== null) forbid(refuseOutsidePeriod(standing.limits, asOf.getTime()))
    const ctx = buildContext(
      services,
      tx,
      { organizationId, requestId: arrival.requestId, now, asOf, inStory: story !== undefined },
      standing,
    )
    if (asOf !== null) await assertFounded(ctx)
    return { response: answer(services, route, await act(ctx, input)), standing }
  })
  // What is their own is nobody else's: views they saved, their tokens and reminders.
  if (route.method === 'get' && standing.role === 'auditor' && !String(route.access).endsWith(':own')) {
    await logAccess(db, { organizationId, standing, now, requestId: arrival.requestId, route, params: rawParams })
  }
  return response
}

/** Before an organisation was, there is nothing to show of it; every use-case may count on it being there. */
async function assertFounded({ db }: Context): Promise<void> {
  const organization = await db.selectFrom('organization').select('id').executeTakeFirst()
  if (!organization) throw new AppError(404, 'This organisation did not exist yet at that instant.')
}

function castMember(story: StoryStep): Caller {
  return { kind: 'user', user: { id: story.memberUserId, name: story.name, email: '', sessionId: '' } }
}

/** Bytes are received between two transactions, so that a slow sender holds no connection and a stranger writes no file. */
async function receiveUpload(
  services: Services,
  db: Kysely<Database>,
  request: Request,
  enter: (tx: Transaction<Database>) => Promise<unknown>,
): Promise<StoredFile> {
  await inTransaction(db, true, enter)
  if (request.body === null) throw new AppError(422, 'Send the file as the body of the request.')
  return services.files.put(request.body, services.maxUploadBytes)
}

async function standingOf(
  tx: Transaction<Database>,
  organizationId: string,
  caller: Caller,
  { requestId, story, now }: Arrival & { readonly now: Date },
  permission: Permission,
) {
  const unknown = { kind: 'system', id: 'authenticate', name: 'Sinew' } as const
  await setLedger(tx, { organizationId, actor: unknown, requestId })
  const standing = await findStanding(tx, caller, now)
  if (!isPermitted(standing, permission)) {
    if (!isWithinAreas(standing.limits, permission)) {
      throw new AppError(403, `Your access does not cover this area (${areaOf(permission)}).`)
    }
    const missing = standing.scopes === null ? `Your role (${standing.role})` : 'This token'
    throw new AppError(403, `${missing} does not include the permission ${permission}.`)
  }
  await setLedger(tx, { organizationId, actor: standing.actor, requestId, at: story?.at })
  return standing
}

async function inTransaction<T>(
  db: Kysely<Database>,
  reads: boolean,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction()
  // One snapshot for all queries of a page, so that its numbers agree with each other.
  return reads
    ? transaction.setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
    : transaction.execute(work)
}

function pastInstant(query: Record<string, unknown>, now: Date): Date | null {
  if (typeof query.asOf !== 'string') return null
  const instant = new Date(query.asOf)
  if (instant > now) throw new AppError(400, 'The as-of instant lies in the future; look ahead shows what will be.')
  return instant
}

function parseParams(route: Route, raw: Record<string, string>): Record<string, unknown> {
  const parsed = route.params.safeParse(raw)
  // An id that cannot be one names nothing.
  if (!parsed.success) throw new AppError(404, 'There is nothing at this address.')
  return parsed.data
}

async function readInput(route: Route, request: Request, rawParams: Record<string, string>) {
  const params = parseParams(route, rawParams)
  const query = route.query.safeParse(queryObject(new URL(request.url).searchParams), plainly)
  if (!query.success) throw new AppError(400, 'The query is not right.', { errors: fieldErrors(query.error) })
  const ifMatch = route.ifMatch ? readIfMatch(request) : 0
  const body = route.upload ? undefined : await readBody(route, request)
  return { params, query: query.data as Record<string, unknown>, body, ifMatch, request }
}

function queryObject(search: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key)
    query[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  return query
}

function readIfMatch(request: Request): number {
  const header = request.headers.get('if-match')
  if (header === null)
    throw new AppError(428, 'Send the version you saw in an If-Match header, so that no change is lost.')
  const version = /^"(\d{1,9})"$/.exec(header)?.[1]
  if (version === undefined) throw new AppError(400, 'If-Match holds the version in double quotes, for example "3".')
  return Number(version)
}

async function readBody(route: Route, request: Request): Promise<unknown> {
  if (route.method === 'get' || route.method === 'delete') return route.body.parse(undefined, plainly)
  const text = await readText(request)
  if (text === '') return route.body.parse(undefined, plainly)
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new AppError(415, 'Send JSON (content-type application/json).')
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new AppError(400, `The body is not JSON: ${(error as Error).message}`)
  }
  refuseHalfCharacters(text, json)
  return route.body.parse(json, plainly)
}

/** Only an escape can write half of a surrogate pair, which no database text can hold. */
function refuseHalfCharacters(text: string, json: unknown): void {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return
  JSON.stringify(json, (key, value) => {
    if (key.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value
    throw new AppError(422, 'A text holds half of a character (a lone surrogate), which cannot be stored.')
  })
}

async function readText(request: Request): Promise<string> {
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maxJsonBytes)
      throw new AppError(413, 'The request is larger than 1 MB. Send files through the upload route.')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function answer(services: Services, route: Route, result: unknown): Response {
  if (result instanceof Response) return result
  if (services.checkResponses) {
    const parsed = route.response.safeParse(result)
    if (!parsed.success) {
      throw new Error(`The answer of ${route.id} is not what it declares: ${JSON.stringify(fieldErrors(parsed.error))}`)
    }
  }
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (route.status === 204) return new Response(null, { status: 204, headers })
  const version = (result as { version?: unknown } | null)?.version
  if (typeof version === 'number') headers.etag = `"${version}"`
  return new Response(JSON.stringify(result), {
    status: route.status,
    headers: { ...headers, 'content-type': 'application/json' },
  })
}

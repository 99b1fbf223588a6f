import type { Permission } from '@sinew/core/access/permissions.ts'
import { z } from 'zod'
import { instant } from './instant.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/**
 * One declaration a route: validation, permission, OpenAPI, the typed client, CLI and the authorisation matrix follow from it.
 * - `access`: `public`, `session` (any signed-in person) or a permission held in the organisation named by the path.
 * - `ifMatch`: the caller must send the version it saw (`If-Match`), so that no update is lost.
 * - `upload`: the body is a raw stream of bytes; `download`: the answer is a file of these media types.
 */
export type Route<
  P extends z.ZodRawShape = z.ZodRawShape,
  Q extends z.ZodRawShape = z.ZodRawShape,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  A extends Access = Access,
  U extends boolean = boolean,
> = {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly access: A
  readonly params: z.ZodObject<P>
  readonly query: z.ZodObject<Q>
  readonly body: B
  readonly response: R
  readonly status: 200 | 201 | 202 | 204
  readonly ifMatch: boolean
  readonly upload: U
  readonly download: readonly string[]
  /** True for organisation reads: `?asOf=` shows them at a past instant. */
  readonly timeTravel: boolean
}

export type Access = 'public' | 'session' | Permission

type Declaration<
  P extends z.ZodRawShape,
  Q extends z.ZodRawShape,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Access,
  U extends boolean,
> = {
  readonly id: string
  readonly method: Method
  /** Below `/api`; organisation routes start with `/orgs/{organizationId}`. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly access: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly response?: R
  readonly status?: 200 | 201 | 202 | 204
  readonly ifMatch?: boolean
  readonly upload?: U
  readonly download?: readonly string[]
  readonly timeTravel?: boolean
}

const noBody = z.undefined()

export const asOfQuery = instant.optional().meta({
  description: 'Show everything as it was at this instant (ISO 8601 with offset).',
})

/** Declares a route; organisation routes get `organizationId`, and their reads `asOf`, by themselves. */
export function defineRoute<
  P extends z.ZodRawShape = Record<never, never>,
  Q extends z.ZodRawShape = Record<never, never>,
  B extends z.ZodType = typeof noBody,
  R extends z.ZodType = typeof noBody,
  A extends Access = Access,
  U extends boolean = false,
>(declaration: Declaration<P, Q, B, R, A, U>) {
  const inOrganization = declaration.path.startsWith('/orgs/{organizationId}')
  const timeTravel = inOrganization && declaration.method === 'get' && declaration.timeTravel !== false
  const params = { ...(inOrganization ? { organizationId: z.uuid() } : {}), ...declaration.params }
  const query = { ...(timeTravel ? { asOf: asOfQuery } : {}), ...declaration.query }
  return {
    ...declaration,
    path: `/api${declaration.path}`,
    // The two shapes below say what the spreads above hold; zod cannot follow a conditional spread.
    params: z.object(params) as unknown as z.ZodObject<P & { organizationId: z.ZodUUID }>,
    query: z.strictObject(query) as unknown as z.ZodObject<Q & { asOf: typeof asOfQuery }>,
    body: (declaration.body ?? noBody) as B,
    response: (declaration.response ?? noBody) as R,
    status: declaration.status ?? (declaration.response || declaration.download ? 200 : 204),
    ifMatch: declaration.ifMatch ?? false,
    upload: (declaration.upload ?? false) as U,
    download: declaration.download ?? [],
    timeTravel,
  } as const satisfies Route
}

/** What a handler receives once the input is parsed. */
export type ParsedBody<R extends Route> = z.output<R['body']>
export type ParsedQuery<R extends Route> = z.output<R['query']>

/** The fields every list takes: page, size, sort (`-field` for descending) and a search text. */
export function listQuery<const S extends readonly [string, ...string[]]>(sorts: S, defaultSort: SortKey<S[number]>) {
  const keys = sorts.flatMap((sort) => [sort, `-${sort}`]) as [SortKey<S[number]>, ...SortKey<S[number]>[]]
  return {
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
    sort: z.enum(keys).default(defaultSort as never),
    q: z.string().trim().max(200).optional(),
  }
}

/** A yes/no filter of a list: true or false, as text or not. */
export const queryFlag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/** Finds an object by the number people call it by: the 12 of R-12. */
export const queryNumber = z.coerce.number().int().min(1).max(2_147_483_647)

/** Why a decision was made, on routes that answer for one: kept in the ledger with every row that changes. */
export const decisionReason = z
  .string()
  .trim()
  .min(3, 'Say why, in at least three characters: the reason stays in the ledger.')
  .max(2_000)

export type SortKey<S extends string> = S | `-${S}`

export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), pageSize: z.number().int() })
}

import type { z } from 'zod'
import type { Route } from './route.ts'

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly requestId?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
  readonly refusals?: readonly { readonly code: string; readonly message: string }[]
}

/** What the server answered when it did not do what was asked. */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiError'
    this.status = problem.status
    this.problem = problem
  }
}

type InputOf<R extends Route> = {
  readonly params?: Partial<Record<keyof z.input<R['params']>, string>>
  readonly query?: z.input<R['query']>
  readonly body?: R['upload'] extends true ? BodyInit : z.input<R['body']>
  readonly ifMatch?: number
  readonly signal?: AbortSignal
  readonly headers?: Record<string, string>
}

export type OutputOf<R extends Route> = z.output<R['response']>
export type BodyOf<R extends Route> = z.input<R['body']>
export type QueryOf<R extends Route> = z.input<R['query']>

export type ClientOptions = {
  readonly baseUrl: string
  readonly token?: string
  readonly headers?: Record<string, string>
  readonly fetch?: (request: Request) => Promise<Response>
}

export type Client = {
  /** Sends, and returns the parsed JSON answer; throws `ApiError` for every problem the server reports. */
  readonly call: <R extends Route>(route: R, input?: InputOf<R>) => Promise<OutputOf<R>>
  /** The same, for answers that are files: the response itself. */
  readonly download: <R extends Route>(route: R, input?: InputOf<R>) => Promise<Response>
}

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((request: Request) => fetch(request))
  const request = async <R extends Route>(route: R, input: InputOf<R> = {}): Promise<Response> => {
    const headers = new Headers({ ...options.headers, ...input.headers })
    if (options.token) headers.set('authorization', `Bearer ${options.token}`)
    if (input.ifMatch !== undefined) headers.set('if-match', `"${input.ifMatch}"`)
    const streams = route.upload
    if (input.body !== undefined && !streams) headers.set('content-type', 'application/json')
    const response = await send(
      new Request(urlOf(options.baseUrl, route, input), {
        method: route.method.toUpperCase(),
        headers,
        body: input.body === undefined ? undefined : streams ? (input.body as BodyInit) : JSON.stringify(input.body),
        signal: input.signal,
        ...(streams ? { duplex: 'half' } : {}),
      } as RequestInit),
    )
    if (!response.ok) throw new ApiError(await problemOf(response))
    return response
  }
  return {
    call: async (route, input) => {
      const response = await request(route, input)
      return (response.status === 204 ? undefined : await response.json()) as OutputOf<typeof route>
    },
    download: request,
  }
}

/** The address of a route with its parameters filled in: for links, downloads and the client. */
export function urlOf<R extends Route>(
  baseUrl: string,
  route: R,
  input: Pick<InputOf<R>, 'params' | 'query'> = {},
): string {
  const params = (input.params ?? {}) as Record<string, string | undefined>
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`Route ${route.id} needs the parameter ${name}.`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const query = search.toString()
  return `${baseUrl}${path}${query ? `?${query}` : ''}`
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return { type: 'about:blank', title: response.statusText || 'No answer', status: response.status }
  }
}

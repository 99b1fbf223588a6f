import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { v7 as uuid } from 'uuid'
import { AppError } from '../errors.ts'
import type { Binding } from './handle.ts'
import type { RequestEnvironment } from './mount.ts'
import { toProblemResponse } from './problem.ts'

/**
 * What no route answers: an address of the API that is none, a method an address does not take (405, which ones it does),
 * OPTIONS, and what fails outside of every route. A problem with a request id like every other.
 */
export function answerTheRest(app: Hono<RequestEnvironment>, bindings: readonly Binding[], log: Logger): void {
  const respond = (error: unknown) => {
    const requestId = uuid()
    const response = toProblemResponse(error, requestId, log)
    response.headers.set('x-request-id', requestId)
    return response
  }
  const nothing = () => respond(new AppError(404, 'There is nothing at this address.'))
  for (const [path, methods] of methodsByPath(bindings)) {
    const allow = { allow: [...methods, 'OPTIONS'].join(', ') }
    app.all(path, (c) =>
      c.req.method === 'OPTIONS'
        ? new Response(null, { status: 204, headers: allow })
        : respond(new AppError(405, `This address takes ${allow.allow}.`, { headers: allow })),
    )
  }
  app.all('/api/*', nothing)
  app.notFound(nothing)
  app.onError((error) => respond(error))
}

function methodsByPath(bindings: readonly Binding[]): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>()
  for (const { route } of bindings) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1')
    const known = methods.get(path) ?? []
    known.push(route.method.toUpperCase(), ...(route.method === 'get' ? ['HEAD'] : []))
    methods.set(path, known)
  }
  return methods
}

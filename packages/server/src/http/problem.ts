import type { Problem } from '@sinew/contract/client.ts'
import type { Logger } from 'pino'
import { z } from 'zod'
import { AppError, type FieldError, RefusalError } from '../errors.ts'

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'Sign in first',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Not this method',
  409: 'Refused by a rule',
  412: 'Somebody changed this meanwhile',
  413: 'Too large',
  415: 'Not this media type',
  422: 'Please correct the marked fields',
  428: 'Say which version you saw',
  429: 'Too many tries',
  500: 'Something went wrong on our side',
  503: 'Not available now',
}

/** Turns whatever was thrown into one RFC 9457 answer. The only place where errors become statuses. */
export function toProblemResponse(error: unknown, requestId: string, log: Logger): Response {
  const known = recognise(error)
  if (known === null) {
    log.error({ err: error, requestId }, 'a request failed by a bug')
    return problemResponse({
      status: 500,
      requestId,
      detail: 'The failure was logged under this request id; nothing was changed.',
    })
  }
  return problemResponse({ ...known, requestId }, known.headers)
}

type Recognised = Pick<Problem, 'status' | 'detail' | 'errors' | 'refusals'> & {
  readonly headers?: Readonly<Record<string, string>>
}

function recognise(error: unknown): Recognised | null {
  if (error instanceof RefusalError) return { status: 409, detail: error.message, refusals: error.refusals }
  if (error instanceof AppError) {
    return { status: error.status, detail: error.message, errors: error.errors, headers: error.headers }
  }
  if (error instanceof z.ZodError)
    return { status: 422, detail: 'Some fields are not right.', errors: fieldErrors(error) }
  return recogniseDatabaseError(error)
}

// PostgreSQL error codes, appendix A of its documentation: what a caller can cause and can mend.
function recogniseDatabaseError(error: unknown): Recognised | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('severity' in error)) return null
  const { code, message, detail } = error as { code: string; message?: string; detail?: string }
  switch (code) {
    case '23503':
      return detail?.includes('still referenced')
        ? refused('still_used', 'Other objects still rest on this one. Detach or reassign them first.')
        : { status: 404, detail: 'Something this refers to does not exist in this organisation.' }
    case '23505':
      return refused('already_exists', 'There is one like this already.')
    case '23514':
    case '22003':
    case '22007':
    case '22008':
      return { status: 422, detail: 'A value is outside of what is allowed.' }
    case '22021':
    case '22P05':
      return { status: 422, detail: 'The text contains a character that cannot be stored (a NUL byte).' }
    case 'P0001':
      return refused('immutable', `${message?.charAt(0).toUpperCase()}${message?.slice(1)}.`)
    case '40001':
    case '40P01':
      return { status: 503, detail: 'Two changes met. Please try again.', headers: { 'retry-after': '1' } }
    case '57014':
      return { status: 503, detail: tookTooLong, headers: { 'retry-after': '30' } }
    default:
      return null
  }
}

const tookTooLong =
  'This took longer than a request may, so the database stopped it and nothing was changed. Ask for less at a time (a smaller page, a narrower filter), or try again when less is going on.'

function refused(code: string, message: string): Recognised {
  return { status: 409, detail: message, refusals: [{ code, message }] }
}

export function fieldErrors(error: z.ZodError): readonly FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

function problemResponse(
  problem: Omit<Problem, 'type' | 'title'>,
  headers?: Readonly<Record<string, string>>,
): Response {
  const body: Problem = { type: 'about:blank', title: titles[problem.status] ?? 'Problem', ...problem }
  const { headers: _dropped, ...clean } = body as Problem & { headers?: unknown }
  return new Response(JSON.stringify(clean), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}

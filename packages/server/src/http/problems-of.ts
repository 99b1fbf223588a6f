import type { Route } from '@sinew/contract/route.ts'

/** What each status says to a caller, in the order they are met. */
const sentences: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood: the query, a header or JSON that is none.',
  401: 'Nobody is signed in, or the token is wrong, expired or revoked.',
  403: 'The role or the token does not include the permission, or the request comes from another site.',
  404: 'There is nothing of that id here, or it is another organisation’s.',
  409: 'A rule says no; refusals says which and why.',
  412: 'Somebody changed it since the version sent in If-Match.',
  413: 'It is larger than this server takes.',
  415: 'The body is not of the media type that this address takes.',
  422: 'Fields are not right; errors names each with its path.',
  428: 'If-Match is missing.',
  429: 'Too many tries; Retry-After says how many seconds to wait.',
}

/** The problems a route can answer with, by status; every one is an RFC 9457 body. */
export function problemsOf(route: Route): readonly (readonly [status: number, sentence: string])[] {
  const writes = route.method !== 'get'
  const has: Readonly<Record<number, boolean>> = {
    400: true,
    401: route.access !== 'public' || writes,
    403: writes || (route.access !== 'public' && route.access !== 'session'),
    404: route.path.includes('{'),
    409: writes,
    412: route.ifMatch,
    413: writes,
    415: writes && !route.upload,
    422: writes,
    428: route.ifMatch,
    429: route.access === 'public' || /password|sign-in/.test(route.path),
  }
  return Object.entries(sentences)
    .map(([status, sentence]) => [Number(status), sentence] as const)
    .filter(([status]) => has[status])
}

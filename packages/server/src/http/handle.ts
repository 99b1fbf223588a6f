import type { Route } from '@sinew/contract/route.ts'
import type { z } from 'zod'
import type { Context, PublicContext, SessionContext } from '../context.ts'
import type { StoredFile } from '../file/file-store.ts'

type ContextOf<R extends Route> = R['access'] extends 'public'
  ? PublicContext
  : R['access'] extends 'session'
    ? SessionContext
    : Context

/** What a handler is given, parsed once and typed by the route's declaration. */
export type InputOf<R extends Route> = {
  readonly params: z.output<R['params']>
  readonly query: z.output<R['query']>
  readonly body: z.output<R['body']>
  /** The version the caller saw; present on routes that ask for `If-Match`, else 0. */
  readonly ifMatch: number
  readonly request: Request
  /** On upload routes: the received file, already in the store. */
  readonly stored: R['upload'] extends true ? StoredFile : null
}

/** The JSON answer, or for sign-in and downloads a whole response. */
// biome-ignore lint/suspicious/noConfusingVoidType: a use-case without an answer is a Promise<void>.
export type AnswerOf<R extends Route> = z.input<R['response']> | Response | void

export type Binding = {
  readonly route: Route
  readonly handler: (ctx: never, input: never) => Promise<unknown>
}

/** Ties a declared route to the use-case that answers it. */
export function handle<R extends Route>(
  route: R,
  handler: (ctx: ContextOf<R>, input: InputOf<R>) => Promise<AnswerOf<R>>,
): Binding {
  return { route, handler }
}

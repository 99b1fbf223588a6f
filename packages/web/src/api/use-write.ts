import { ApiError, type BodyOf, type OutputOf, type Problem, type QueryOf } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiClient } from './api-client.ts'

export type WriteInput<R extends Route> = {
  readonly params?: Partial<Record<keyof R['params']['_zod']['input'], string>>
  readonly body?: R['upload'] extends true ? BodyInit : BodyOf<R>
  /** For removals, which have no body: the reason. */
  readonly query?: QueryOf<R>
  /** The version the person saw; needed by routes with `ifMatch`. */
  readonly version?: number
  readonly headers?: Record<string, string>
}

export type Write<R extends Route> = {
  /** Sends; gives the answer, or undefined when the server said no (then `problem` says why). */
  readonly send: (input: WriteInput<R>) => Promise<OutputOf<R> | undefined>
  readonly isPending: boolean
  readonly problem: Problem | null
  /** 409: the sentences of the rules that said no. */
  readonly refusals: readonly Refusal[]
  /** 412: somebody changed the object since it was read. */
  readonly isConflict: boolean
  /** 400 and 422: what is wrong with which field, by dotted path. */
  readonly fieldErrors: readonly { readonly path: string; readonly message: string }[]
  readonly reset: () => void
}

export type WriteOptions<R extends Route> = {
  readonly onDone?: (output: OutputOf<R>) => void | Promise<void>
  readonly onProblem?: (problem: Problem) => void
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The server cannot be reached',
  status: 0,
  detail: 'Nothing was changed and nothing you typed is lost. Check the connection and try again.',
}

/**
 * One write. Whatever changes may move derived numbers anywhere in the organisation, so every read is refreshed after it.
 */
export function useWrite<R extends Route>(route: R, options: WriteOptions<R> = {}): Write<R> {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationKey: [route.id],
    mutationFn: ({ params, body, query, version, headers }: WriteInput<R>) =>
      apiClient.call(route, {
        params: params as never,
        body: body as never,
        query: query as never,
        ifMatch: version,
        headers,
      }),
    onSuccess: async (output) => {
      await options.onDone?.(output)
      await queries.invalidateQueries()
    },
    onError: (error) => options.onProblem?.(problemOf(error)),
  })
  const problem = mutation.error === null ? null : problemOf(mutation.error)
  return {
    send: (input) => mutation.mutateAsync(input).catch(() => undefined),
    isPending: mutation.isPending,
    problem,
    refusals: problem?.refusals ?? [],
    isConflict: problem?.status === 412,
    fieldErrors: problem?.errors ?? [],
    reset: mutation.reset,
  }
}

export function problemOf(error: Error): Problem {
  return error instanceof ApiError ? error.problem : unreachable
}

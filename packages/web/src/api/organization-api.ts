import type { Access, Route } from '@sinew/contract/route.ts'
import { mayEver, type Reader } from '@sinew/core/access/access-limits.ts'
import { type ReadInput, readQuery, readUrl } from './api-query.ts'

/** Reads of one organisation at one instant: every page and loader gets one, and never repeats id or date. */
export type OrganizationApi = {
  readonly organizationId: string
  /** The past instant shown (ISO text), or null for now. */
  readonly asOf: string | null
  /** What the reader may not read is never asked for by `useQuery`: there, its data stay undefined. */
  readonly query: <R extends Route>(route: R, input?: ReadInput<R>) => ReturnType<typeof readQuery<R>>
  /** Whether the reader's role and areas let them ask this: a panel without its answer is left out. */
  readonly mayAsk: (route: { readonly access: Access }) => boolean
  /** The address of a read, for exports and files; it shows the same instant. */
  readonly url: <R extends Route>(route: R, input?: ReadInput<R>) => string
}

export function organizationApi(reader: Reader & { readonly id: string }, asOf: string | null): OrganizationApi {
  const params = (given: object | undefined) => ({ organizationId: reader.id, ...given })
  const query = (route: Route, given: object | undefined) => ({
    ...(route.timeTravel && asOf ? { asOf } : {}),
    ...given,
  })
  const mayAsk = ({ access }: { readonly access: Access }) =>
    access === 'public' || access === 'session' || mayEver(reader, access)
  return {
    organizationId: reader.id,
    asOf,
    mayAsk,
    query: (route, input) => ({
      ...readQuery(route, params(input?.params), query(route, input?.query)),
      ...(mayAsk(route) ? {} : { enabled: false }),
    }),
    url: (route, input) => readUrl(route, params(input?.params), query(route, input?.query)),
  }
}

import { listCitations } from '@sinew/contract/citation/citation-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findCitations } from './find-citations.ts'

export const citationRoutes: readonly Binding[] = [
  handle(listCitations, async (ctx, { params, query }) => ({ groups: await findCitations(ctx, params, query.limit) })),
]

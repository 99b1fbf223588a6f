import { listCitations } from '@sinew/contract/citation/citation-contract.ts'
import * as contract from '@sinew/contract/link/link-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findCitations } from './find-citations.ts'
import { linksOf } from './link-store.ts'
import { createLink, deleteLink } from './write-link.ts'

export const linkRoutes: readonly Binding[] = [
  handle(contract.listLinks, async (ctx, { params }) => ({ items: await linksOf(ctx, params) })),
  handle(listCitations, async (ctx, { params, query }) => ({ groups: await findCitations(ctx, params, query.limit) })),
  handle(contract.createLink, (ctx, { params, body }) => createLink(ctx, params, body)),
  handle(contract.deleteLink, (ctx, { params, ifMatch }) => deleteLink(ctx, params.objectLinkId, ifMatch)),
]

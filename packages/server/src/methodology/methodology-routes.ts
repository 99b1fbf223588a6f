import * as contract from '@sinew/contract/methodology/methodology-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { approveMethodology } from './approve-methodology.ts'
import { createMethodologyDraft } from './create-draft.ts'
import { deleteMethodologyDraft } from './delete-draft.ts'
import { diffMethodologyVersions } from './diff-versions.ts'
import { findMethodologyVersions, getMethodologyInForce, getMethodologyVersion } from './methodology-store.ts'
import { updateMethodologyDraft } from './update-draft.ts'

export const methodologyRoutes: readonly Binding[] = [
  handle(contract.getMethodologyInForce, (ctx) => getMethodologyInForce(ctx.db)),
  handle(contract.listMethodologyVersions, async (ctx) => ({ items: await findMethodologyVersions(ctx.db) })),
  handle(contract.getMethodologyVersion, (ctx, { params }) => getMethodologyVersion(ctx.db, params.methodologyId)),
  handle(contract.diffMethodologyVersions, (ctx, { params, query }) =>
    diffMethodologyVersions(ctx.db, params.methodologyId, query.against),
  ),
  handle(contract.createMethodologyDraft, (ctx, { body }) => createMethodologyDraft(ctx, body)),
  handle(contract.updateMethodologyDraft, (ctx, { params, ifMatch, body }) =>
    updateMethodologyDraft(ctx, params.methodologyId, ifMatch, body),
  ),
  handle(contract.deleteMethodologyDraft, (ctx, { params, ifMatch }) =>
    deleteMethodologyDraft(ctx, params.methodologyId, ifMatch),
  ),
  handle(contract.approveMethodology, (ctx, { params, ifMatch, body }) =>
    approveMethodology(ctx, params.methodologyId, ifMatch, body.changeId),
  ),
]

import * as contract from '@sinew/contract/obligation/obligation-contract.ts'
import { obligationReviews } from '@sinew/contract/obligation/obligation-review-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { createObligation } from './create-obligation.ts'
import { deleteObligation } from './delete-obligation.ts'
import { exportObligations } from './export-obligations.ts'
import { importObligations } from './import-obligations.ts'
import { linkObligationControl, unlinkObligationControl } from './link-obligation-control.ts'
import { findObligations, getObligation } from './obligation-store.ts'
import { reviewRules } from './review-rules.ts'
import { updateObligation } from './update-obligation.ts'

export const obligationRoutes: readonly Binding[] = [
  handle(contract.listObligations, (ctx, { query }) => findObligations(ctx.db, query, ctx.asOf ?? ctx.now)),
  handle(contract.exportObligations, (ctx, { query }) => exportObligations(ctx, query)),
  handle(contract.importObligations, (ctx, { body }) => importObligations(ctx, body)),
  handle(contract.getObligation, (ctx, { params }) => getObligation(ctx.db, params.obligationId, ctx.asOf ?? ctx.now)),
  handle(contract.createObligation, (ctx, { body }) => createObligation(ctx, body)),
  handle(contract.updateObligation, (ctx, { params, ifMatch, body }) =>
    updateObligation(ctx, params.obligationId, ifMatch, body),
  ),
  handle(contract.deleteObligation, (ctx, { params, ifMatch, query }) =>
    deleteObligation(ctx, params.obligationId, ifMatch, query.reason),
  ),
  handle(contract.linkObligationControl, (ctx, { params, body }) =>
    linkObligationControl(ctx, params.obligationId, params.controlId, body.note),
  ),
  handle(contract.unlinkObligationControl, (ctx, { params, query }) =>
    unlinkObligationControl(ctx, params.obligationId, params.controlId, query.reason),
  ),
  ...registerBindings(obligationReviews, reviewRules),
]

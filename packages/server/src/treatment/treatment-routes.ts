import * as actions from '@sinew/contract/treatment/action-contract.ts'
import * as links from '@sinew/contract/treatment/control-link-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { assertRiskExists } from '../risk/risk-store.ts'
import { findActions, findDueDateChanges, getAction } from './action-store.ts'
import { findControlLinks } from './control-link-store.ts'
import { createAction } from './create-action.ts'
import { deleteAction } from './delete-action.ts'
import { exportActions } from './export-actions.ts'
import { linkControl } from './link-control.ts'
import { moveAction } from './move-action.ts'
import { unlinkControl } from './unlink-control.ts'
import { updateAction } from './update-action.ts'
import { updateControlLink } from './update-control-link.ts'

export const treatmentRoutes: readonly Binding[] = [
  handle(links.listControlLinks, async (ctx, { params }) => {
    await assertRiskExists(ctx.db, params.riskId)
    return { items: await findControlLinks(ctx.db, params.riskId) }
  }),
  handle(links.linkControl, (ctx, { params, body }) => linkControl(ctx, params.riskId, body)),
  handle(links.updateControlLink, (ctx, { params, ifMatch, body }) =>
    updateControlLink(ctx, params.riskId, params.linkId, ifMatch, body),
  ),
  handle(links.unlinkControl, (ctx, { params, query, ifMatch }) =>
    unlinkControl(ctx, params.riskId, params.linkId, ifMatch, query.reason ?? ''),
  ),
  handle(actions.listActions, (ctx, { query }) => findActions(ctx.db, query, ctx.asOf ?? ctx.now)),
  // Before the route of one action: its address is of the same form.
  handle(actions.exportActions, (ctx, { query }) => exportActions(ctx, query)),
  handle(actions.getAction, (ctx, { params }) => getAction(ctx.db, params.actionId, ctx.asOf ?? ctx.now)),
  handle(actions.createAction, (ctx, { params, body }) => createAction(ctx, params.riskId, body)),
  handle(actions.updateAction, (ctx, { params, ifMatch, body }) => updateAction(ctx, params.actionId, ifMatch, body)),
  handle(actions.completeAction, (ctx, { params, ifMatch, body }) =>
    moveAction(ctx, params.actionId, ifMatch, { to: 'done', reason: body.note }),
  ),
  handle(actions.cancelAction, (ctx, { params, ifMatch, body }) =>
    moveAction(ctx, params.actionId, ifMatch, { to: 'cancelled', reason: body.reason }),
  ),
  handle(actions.reopenAction, (ctx, { params, ifMatch, body }) =>
    moveAction(ctx, params.actionId, ifMatch, { to: 'open', reason: body.reason }),
  ),
  handle(actions.deleteAction, (ctx, { params, ifMatch }) => deleteAction(ctx, params.actionId, ifMatch)),
  handle(actions.listDueDateChanges, async (ctx, { params }) => {
    const at = ctx.asOf ?? ctx.now
    await getAction(ctx.db, params.actionId, at)
    return { items: await findDueDateChanges(ctx.db, params.actionId, at) }
  }),
]

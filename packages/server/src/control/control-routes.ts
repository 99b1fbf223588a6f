import * as contract from '@sinew/contract/control/control-contract.ts'
import { getControlWorth as worthRoute } from '@sinew/contract/control/control-worth-contract.ts'
import * as needs from '@sinew/contract/control/need-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { addNeed } from './add-need.ts'
import { changeControls } from './change-controls.ts'
import { changeNeed } from './change-need.ts'
import { findControls } from './control-store.ts'
import { createControl } from './create-control.ts'
import { deleteControl } from './delete-control.ts'
import { exportControls } from './export-controls.ts'
import { explainControl, getControl } from './get-control.ts'
import { getControlWorth } from './get-control-worth.ts'
import { removeNeed } from './remove-need.ts'
import { updateControl } from './update-control.ts'

export const controlRoutes: readonly Binding[] = [
  handle(contract.listControls, (ctx, { query }) => findControls(ctx, query)),
  handle(contract.exportControls, (ctx, { query }) => exportControls(ctx, query)),
  handle(contract.createControl, (ctx, { body }) => createControl(ctx, body)),
  handle(contract.changeControls, (ctx, { body }) => changeControls(ctx, body)),
  handle(contract.getControl, (ctx, { params }) => getControl(ctx, params.controlId)),
  handle(contract.explainControl, (ctx, { params }) => explainControl(ctx, params.controlId)),
  handle(worthRoute, (ctx, { params }) => getControlWorth(ctx, params.controlId)),
  handle(contract.updateControl, (ctx, { params, ifMatch, body }) =>
    updateControl(ctx, params.controlId, ifMatch, body),
  ),
  handle(contract.deleteControl, (ctx, { params, ifMatch }) => deleteControl(ctx, params.controlId, ifMatch)),
  handle(needs.addNeed, (ctx, { params, body }) => addNeed(ctx, params.controlId, body)),
  handle(needs.changeNeed, (ctx, { params, ifMatch, body }) =>
    changeNeed(ctx, params.controlId, params.needId, ifMatch, body),
  ),
  handle(needs.removeNeed, (ctx, { params, ifMatch, body }) =>
    removeNeed(ctx, params.controlId, params.needId, ifMatch, body.reason),
  ),
]

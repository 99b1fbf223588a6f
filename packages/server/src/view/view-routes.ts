import * as contract from '@sinew/contract/view/view-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createView, deleteView, updateView } from './change-view.ts'
import { findViews } from './view-store.ts'

export const viewRoutes: readonly Binding[] = [
  handle(contract.listViews, (ctx, { query }) => findViews(ctx, query.screen)),
  handle(contract.createView, (ctx, { body }) => createView(ctx, body)),
  handle(contract.updateView, (ctx, { params, ifMatch, body }) => updateView(ctx, params.viewId, ifMatch, body)),
  handle(contract.deleteView, (ctx, { params }) => deleteView(ctx, params.viewId)),
]

import * as contract from '@sinew/contract/what-if/what-if-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createWhatIf } from './create-what-if.ts'
import { planWhatIf } from './plan-what-if.ts'
import { deleteWhatIf, updateWhatIf } from './update-what-if.ts'
import { findWhatIfs, getWhatIf } from './what-if-store.ts'

export const whatIfRoutes: readonly Binding[] = [
  handle(contract.listWhatIfs, (ctx, { query }) => findWhatIfs(ctx.db, query)),
  handle(contract.getWhatIf, (ctx, { params }) => getWhatIf(ctx.db, params.whatIfId)),
  handle(contract.createWhatIf, (ctx, { body }) => createWhatIf(ctx, body)),
  handle(contract.updateWhatIf, (ctx, { params, ifMatch, body }) => updateWhatIf(ctx, params.whatIfId, ifMatch, body)),
  handle(contract.deleteWhatIf, (ctx, { params, ifMatch }) => deleteWhatIf(ctx, params.whatIfId, ifMatch)),
  handle(contract.planWhatIf, (ctx, { params, ifMatch, body }) => planWhatIf(ctx, params.whatIfId, ifMatch, body)),
]

import * as contract from '@sinew/contract/movement/movement-contract.ts'
import { loadSetting } from '../chain/load-setting.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findMovements, getMovement } from './movement-store.ts'

export const movementRoutes: readonly Binding[] = [
  handle(contract.listMovements, async (ctx, { query }) => {
    const { currency } = await loadSetting(ctx.db)
    return { ...(await findMovements(ctx.db, query, currency)), currency }
  }),
  handle(contract.getMovement, async (ctx, { params }) => {
    const { currency } = await loadSetting(ctx.db)
    return { ...(await getMovement(ctx.db, params.movementId)), currency }
  }),
]

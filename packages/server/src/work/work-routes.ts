import * as contract from '@sinew/contract/work/work-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { exportWork } from './export-work.ts'
import { getMyWork } from './my-work.ts'
import { findWork } from './work-store.ts'

export const workRoutes: readonly Binding[] = [
  handle(contract.exportWork, (ctx, { query }) => exportWork(ctx, query)),
  handle(contract.getMyWork, (ctx) => getMyWork(ctx)),
  handle(contract.listWork, (ctx, { query }) => findWork(ctx, query)),
]

import * as contract from '@sinew/contract/readiness/readiness-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { exportReadiness } from './export-readiness.ts'
import { getReadiness } from './get-readiness.ts'

export const readinessRoutes: readonly Binding[] = [
  handle(contract.getReadiness, (ctx) => getReadiness(ctx)),
  handle(contract.exportReadiness, (ctx, { query }) => exportReadiness(ctx, query)),
]

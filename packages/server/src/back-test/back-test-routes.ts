import * as contract from '@sinew/contract/back-test/back-test-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { acceptRateUpdate, dismissRateUpdate } from './decide-rate-update.ts'
import { exportBackTests } from './export-back-tests.ts'
import { findBackTests } from './find-back-tests.ts'
import { getBackTest } from './get-back-test.ts'
import { getRiskBackTest } from './get-risk-back-test.ts'

export const backTestRoutes: readonly Binding[] = [
  handle(contract.getBackTest, (ctx) => getBackTest(ctx)),
  handle(contract.listBackTests, (ctx, { query }) => findBackTests(ctx, query)),
  handle(contract.exportBackTests, (ctx, { query }) => exportBackTests(ctx, query)),
  handle(contract.getRiskBackTest, (ctx, { params }) => getRiskBackTest(ctx, params.riskId)),
  handle(contract.acceptRateUpdate, (ctx, { params, ifMatch, body }) =>
    acceptRateUpdate(ctx, params.riskId, ifMatch, body),
  ),
  handle(contract.dismissRateUpdate, (ctx, { params, body }) => dismissRateUpdate(ctx, params.riskId, body)),
]

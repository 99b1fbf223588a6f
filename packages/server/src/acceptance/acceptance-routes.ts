import * as contract from '@sinew/contract/acceptance/acceptance-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { assertRiskExists } from '../risk/risk-store.ts'
import { acceptRisk } from './accept-risk.ts'
import { findAcceptances } from './acceptance-store.ts'
import { withdrawAcceptance } from './withdraw-acceptance.ts'

export const acceptanceRoutes: readonly Binding[] = [
  handle(contract.listAcceptances, async (ctx, { params }) => {
    await assertRiskExists(ctx.db, params.riskId)
    return { items: await findAcceptances(ctx.db, params.riskId) }
  }),
  handle(contract.acceptRisk, (ctx, { params, ifMatch, body }) => acceptRisk(ctx, params.riskId, ifMatch, body)),
  handle(contract.withdrawAcceptance, (ctx, { params, ifMatch, body }) =>
    withdrawAcceptance(ctx, params.acceptanceId, ifMatch, body.reason),
  ),
]

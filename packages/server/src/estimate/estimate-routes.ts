import * as contract from '@sinew/contract/estimate/estimate-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { askForEstimates, withdrawEstimateRequest } from './ask-for-estimates.ts'
import { findEstimates } from './estimate-store.ts'
import { findAnchors } from './find-anchors.ts'
import { findMyEstimateRequests } from './my-estimate-requests.ts'
import { giveEstimate, passEstimate, withdrawEstimate } from './own-estimate.ts'

export const estimateRoutes: readonly Binding[] = [
  handle(contract.getEstimateAnchors, (ctx, { params }) => findAnchors(ctx.db, params.riskId)),
  handle(contract.listEstimates, (ctx, { params }) => findEstimates(ctx, params.riskId)),
  handle(contract.giveEstimate, (ctx, { params, body }) => giveEstimate(ctx, params.riskId, body)),
  handle(contract.passEstimate, (ctx, { params, body }) => passEstimate(ctx, params.riskId, body.note)),
  handle(contract.withdrawEstimate, (ctx, { params }) => withdrawEstimate(ctx, params.riskId)),
  handle(contract.askForEstimates, (ctx, { params, body }) => askForEstimates(ctx, params.riskId, body)),
  handle(contract.withdrawEstimateRequest, (ctx, { params }) =>
    withdrawEstimateRequest(ctx, params.riskId, params.estimateRequestId),
  ),
  handle(contract.listMyEstimateRequests, (ctx) => findMyEstimateRequests(ctx)),
]

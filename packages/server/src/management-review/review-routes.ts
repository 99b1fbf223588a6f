import * as contract from '@sinew/contract/management-review/review-contract.ts'
import * as work from '@sinew/contract/management-review/review-work-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { collectReviewInputs } from './collect-inputs.ts'
import { reviewMinutes } from './review-minutes.ts'
import { decisionRules, inputRules } from './review-part-rules.ts'
import { reviewRules } from './review-rules.ts'

export const managementReviewRoutes: readonly Binding[] = [
  ...registerBindings(contract.managementReviews, reviewRules),
  ...registerBindings(contract.reviewInputs, inputRules),
  ...registerBindings(contract.reviewParticipants),
  ...registerBindings(contract.reviewDecisions, decisionRules),
  handle(work.collectReviewInputs, (ctx, { params }) => collectReviewInputs(ctx, params.managementReviewId)),
  handle(work.getReviewMinutes, (ctx, { params, query }) =>
    reviewMinutes(ctx, params.managementReviewId, query.format),
  ),
]

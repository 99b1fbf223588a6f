import { managementReviewRegister } from '@sinew/core/management-review/management-review-register.ts'
import {
  reviewDecisionRegister,
  reviewInputRegister,
  reviewParticipantRegister,
} from '@sinew/core/management-review/review-parts-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const managementReviews = registerContract(managementReviewRegister)
export const reviewInputs = registerContract(reviewInputRegister)
export const reviewParticipants = registerContract(reviewParticipantRegister)
export const reviewDecisions = registerContract(reviewDecisionRegister)

export const reviewRegisters = [managementReviews, reviewInputs, reviewParticipants, reviewDecisions]

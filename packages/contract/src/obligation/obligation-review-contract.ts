import { obligationReviewRegister } from '@sinew/core/obligation/obligation-review-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const obligationReviews = registerContract(obligationReviewRegister)

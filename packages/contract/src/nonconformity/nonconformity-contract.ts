import { correctiveActionRegister } from '@sinew/core/nonconformity/corrective-action-register.ts'
import { improvementRegister } from '@sinew/core/nonconformity/improvement-register.ts'
import { nonconformityRegister } from '@sinew/core/nonconformity/nonconformity-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const nonconformities = registerContract(nonconformityRegister)
export const correctiveActions = registerContract(correctiveActionRegister)
export const improvements = registerContract(improvementRegister)

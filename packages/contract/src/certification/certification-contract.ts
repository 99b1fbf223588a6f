import {
  certificationRegister,
  externalAuditRegister,
  externalFindingRegister,
  planTaskRegister,
} from '@sinew/core/certification/certification-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const certifications = registerContract(certificationRegister)
export const externalAudits = registerContract(externalAuditRegister)
export const externalFindings = registerContract(externalFindingRegister)
export const planTasks = registerContract(planTaskRegister)

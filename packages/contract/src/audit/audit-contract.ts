import {
  auditCheckRegister,
  auditEvidenceRegister,
  auditFindingRegister,
  auditorRegister,
} from '@sinew/core/audit/audit-parts-register.ts'
import { auditExceptionRegister, auditProgrammeRegister } from '@sinew/core/audit/audit-programme-register.ts'
import { auditRegister } from '@sinew/core/audit/audit-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const auditProgrammes = registerContract(auditProgrammeRegister)
export const auditExceptions = registerContract(auditExceptionRegister)
export const audits = registerContract(auditRegister)
export const auditors = registerContract(auditorRegister)
export const auditChecks = registerContract(auditCheckRegister)
export const auditEvidence = registerContract(auditEvidenceRegister)
export const auditFindings = registerContract(auditFindingRegister)

import { campaigns } from '../acknowledgement/acknowledgement-contract.ts'
import { assetDependencies } from '../asset/asset-dependency-contract.ts'
import {
  auditChecks,
  auditEvidence,
  auditExceptions,
  auditFindings,
  auditors,
  auditProgrammes,
  audits,
} from '../audit/audit-contract.ts'
import { certifications, externalAudits, externalFindings, planTasks } from '../certification/certification-contract.ts'
import { changeRegisters } from '../change/change-contract.ts'
import { contextRegisters } from '../context/context-contract.ts'
import { documents, externalDocuments, promises, retentionRules } from '../document/document-contract.ts'
import { incidentRegisters } from '../incident/incident-contract.ts'
import { commitments, delegations, ismsRoles, raciActivities } from '../leadership/leadership-contract.ts'
import { reviewRegisters } from '../management-review/review-contract.ts'
import { correctiveActions, improvements, nonconformities } from '../nonconformity/nonconformity-contract.ts'
import { objectiveRegisters } from '../objective/objective-contract.ts'
import { obligationReviews } from '../obligation/obligation-review-contract.ts'
import { supplierRegisters } from '../supplier/supplier-contract.ts'
import { trainingRegisters } from '../training/training-contract.ts'
import { workRegisters } from '../work/duty-contract.ts'
import type { RegisterContract } from './register-contract.ts'

/** Every register with its routes. What belongs to another stands after it. */
const all = [
  ...contextRegisters,
  assetDependencies,
  obligationReviews,
  ...changeRegisters,
  ...objectiveRegisters,
  ...workRegisters,
  nonconformities,
  correctiveActions,
  improvements,
  ...incidentRegisters,
  ...supplierRegisters,
  ...trainingRegisters,
  auditProgrammes,
  auditExceptions,
  audits,
  auditors,
  auditChecks,
  auditEvidence,
  auditFindings,
  ...[retentionRules, documents, promises, externalDocuments, campaigns],
  ...[ismsRoles, raciActivities, delegations, commitments],
  ...reviewRegisters,
  ...[certifications, externalAudits, externalFindings, planTasks],
]

// Each has fields of its own; who takes them all alike knows their names at run time alone.
export const registers = all as unknown as readonly RegisterContract[]

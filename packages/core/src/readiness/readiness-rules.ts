import type { ReadinessRule } from './readiness-rule.ts'
import { auditRules } from './rules/audit-rules.ts'
import { certificationRules } from './rules/certification-rules.ts'
import { contextRules } from './rules/context-rules.ts'
import { controlRules } from './rules/control-rules.ts'
import { improvementRules } from './rules/improvement-rules.ts'
import { leadershipRules } from './rules/leadership-rules.ts'
import { obligationRules } from './rules/obligation-rules.ts'
import { peopleRules } from './rules/people-rules.ts'
import { planningRules } from './rules/planning-rules.ts'
import { reviewRules } from './rules/review-rules.ts'
import { riskRules } from './rules/risk-rules.ts'
import { supplierRules } from './rules/supplier-rules.ts'

/** Every rule of readiness. */
export const readinessRules: readonly ReadinessRule[] = [
  ...contextRules,
  ...leadershipRules,
  ...riskRules,
  ...controlRules,
  ...obligationRules,
  ...planningRules,
  ...peopleRules,
  ...auditRules,
  ...reviewRules,
  ...improvementRules,
  ...supplierRules,
  ...certificationRules,
]

import type { ReadinessRule } from './readiness-rule.ts'
import { contextRules } from './rules/context-rules.ts'
import { controlRules } from './rules/control-rules.ts'
import { improvementRules } from './rules/improvement-rules.ts'
import { planningRules } from './rules/planning-rules.ts'
import { riskRules } from './rules/risk-rules.ts'

/** Every rule of readiness. */
export const readinessRules: readonly ReadinessRule[] = [
  ...contextRules,
  ...riskRules,
  ...controlRules,
  ...planningRules,
  ...improvementRules,
]

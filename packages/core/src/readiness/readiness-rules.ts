import type { ReadinessRule } from './readiness-rule.ts'
import { controlRules } from './rules/control-rules.ts'
import { riskRules } from './rules/risk-rules.ts'

/** Every rule of readiness, in the order of the standard. */
export const readinessRules: readonly ReadinessRule[] = [...riskRules, ...controlRules]

import * as contract from '@sinew/contract/objective/objective-contract.ts'
import type { Binding } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { evaluationRules, metricRules, objectiveRules, valueRules } from './objective-rules.ts'

export const objectiveRoutes: readonly Binding[] = [
  ...registerBindings(contract.objectives, objectiveRules),
  ...registerBindings(contract.metrics, metricRules),
  ...registerBindings(contract.metricValues, valueRules),
  ...registerBindings(contract.metricEvaluations, evaluationRules),
]

import * as kpi from '@sinew/contract/objective/kpi-contract.ts'
import * as contract from '@sinew/contract/objective/objective-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { adoptKpis, listKpis, measureMetrics } from './kpi-use-cases.ts'
import { evaluationRules, metricRules, objectiveRules, valueRules } from './objective-rules.ts'

export const objectiveRoutes: readonly Binding[] = [
  handle(kpi.listKpis, listKpis),
  handle(kpi.adoptKpis, (ctx, { body }) => adoptKpis(ctx, body)),
  handle(kpi.measureMetrics, (ctx, { body }) => measureMetrics(ctx, body.metricIds)),
  ...registerBindings(contract.objectives, objectiveRules),
  ...registerBindings(contract.metrics, metricRules),
  ...registerBindings(contract.metricValues, valueRules),
  ...registerBindings(contract.metricEvaluations, evaluationRules),
]

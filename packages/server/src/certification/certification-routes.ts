import * as contract from '@sinew/contract/certification/certification-contract.ts'
import * as cycle from '@sinew/contract/certification/cycle-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { certificationRules } from './certification-rules.ts'
import { externalAuditRules } from './external-audit-rules.ts'
import { externalFindingRules } from './external-finding-rules.ts'
import { getCycle } from './get-cycle.ts'
import { getForecast } from './get-forecast.ts'
import { makePlan } from './make-plan.ts'
import { planTaskRules } from './plan-task-rules.ts'

export const certificationRoutes: readonly Binding[] = [
  ...registerBindings(contract.certifications, certificationRules),
  ...registerBindings(contract.externalAudits, externalAuditRules),
  ...registerBindings(contract.externalFindings, externalFindingRules),
  ...registerBindings(contract.planTasks, planTaskRules),
  handle(cycle.getCertificationCycle, (ctx, { params }) => getCycle(ctx, params.certificationId)),
  handle(cycle.makeCertificationPlan, (ctx, { params }) => makePlan(ctx, params.certificationId)),
  handle(cycle.getCertificationForecast, (ctx, { params }) => getForecast(ctx, params.certificationId)),
]

import * as contract from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import type { Binding } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { correctiveActionRules } from './corrective-action-rules.ts'
import { improvementRules } from './improvement-rules.ts'
import { nonconformityRules } from './nonconformity-rules.ts'

export const nonconformityRoutes: readonly Binding[] = [
  ...registerBindings(contract.nonconformities, nonconformityRules),
  ...registerBindings(contract.correctiveActions, correctiveActionRules),
  ...registerBindings(contract.improvements, improvementRules),
]

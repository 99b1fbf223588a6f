import * as contract from '@sinew/contract/change/change-contract.ts'
import type { Binding } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { checkRules, operationRules, plannedChangeRules } from './change-rules.ts'

export const changeRoutes: readonly Binding[] = [
  ...registerBindings(contract.plannedChanges, plannedChangeRules),
  ...registerBindings(contract.operations, operationRules),
  ...registerBindings(contract.operatingChecks, checkRules),
]

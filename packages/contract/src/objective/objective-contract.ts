import {
  metricEvaluationRegister,
  metricRegister,
  metricValueRegister,
} from '@sinew/core/objective/metric-registers.ts'
import { objectiveRegister } from '@sinew/core/objective/objective-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const objectives = registerContract(objectiveRegister)
export const metrics = registerContract(metricRegister)
export const metricValues = registerContract(metricValueRegister)
export const metricEvaluations = registerContract(metricEvaluationRegister)

export const objectiveRegisters = [objectives, metrics, metricValues, metricEvaluations] as const

import { operatingCheckRegister, operatingControlRegister } from '@sinew/core/change/operation-registers.ts'
import { plannedChangeRegister } from '@sinew/core/change/planned-change-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const plannedChanges = registerContract(plannedChangeRegister)
export const operations = registerContract(operatingControlRegister)
export const operatingChecks = registerContract(operatingCheckRegister)

export const changeRegisters = [plannedChanges, operations, operatingChecks] as const

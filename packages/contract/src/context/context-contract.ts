import { interestedPartyRegister, partyRequirementRegister } from '@sinew/core/context/interested-party-register.ts'
import { siteRegister } from '@sinew/core/context/site-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const sites = registerContract(siteRegister)
export const interestedParties = registerContract(interestedPartyRegister)
export const partyRequirements = registerContract(partyRequirementRegister)

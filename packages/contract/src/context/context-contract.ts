import { climateDecisionRegister } from '@sinew/core/context/climate-decision-register.ts'
import { contextIssueRegister } from '@sinew/core/context/context-issue-register.ts'
import { interestedPartyRegister, partyRequirementRegister } from '@sinew/core/context/interested-party-register.ts'
import { ismsProcessRegister, processFeedRegister } from '@sinew/core/context/isms-process-register.ts'
import { ismsRiskRegister } from '@sinew/core/context/isms-risk-register.ts'
import { serviceRegister, unitRegister } from '@sinew/core/context/organisation-registers.ts'
import { scopeBoundaryRegister, scopeVersionRegister } from '@sinew/core/context/scope-registers.ts'
import { siteRegister } from '@sinew/core/context/site-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const sites = registerContract(siteRegister)
export const interestedParties = registerContract(interestedPartyRegister)
export const partyRequirements = registerContract(partyRequirementRegister)
export const contextIssues = registerContract(contextIssueRegister)
export const climateDecisions = registerContract(climateDecisionRegister)
export const units = registerContract(unitRegister)
export const services = registerContract(serviceRegister)
export const ismsProcesses = registerContract(ismsProcessRegister)
export const processFeeds = registerContract(processFeedRegister)
export const ismsRisks = registerContract(ismsRiskRegister)
export const scopeVersions = registerContract(scopeVersionRegister)
export const scopeBoundaries = registerContract(scopeBoundaryRegister)

export const contextRegisters = [
  sites,
  interestedParties,
  partyRequirements,
  contextIssues,
  climateDecisions,
  units,
  services,
  ismsProcesses,
  processFeeds,
  ismsRisks,
  scopeVersions,
  scopeBoundaries,
] as const

import * as contract from '@sinew/contract/context/context-contract.ts'
import { makeObligation as makeObligationRoute } from '@sinew/contract/context/requirement-obligation-contract.ts'
import * as scope from '@sinew/contract/context/scope-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { climateRules, feedRules, issueRules, processRules, requirementRules, riskRules } from './context-rules.ts'
import { exportScope } from './export-scope.ts'
import { makeObligation } from './make-obligation.ts'
import { scopeRules } from './scope-rules.ts'
import { getScopeContent, startScopeVersion } from './scope-use-cases.ts'

export const contextRoutes: readonly Binding[] = [
  ...registerBindings(contract.sites),
  ...registerBindings(contract.interestedParties, { searched: ['relevance'] }),
  ...registerBindings(contract.partyRequirements, requirementRules),
  handle(makeObligationRoute, (ctx, { params, ifMatch, body }) =>
    makeObligation(ctx, params.partyRequirementId, ifMatch, body),
  ),
  ...registerBindings(contract.contextIssues, issueRules),
  ...registerBindings(contract.climateDecisions, climateRules),
  ...registerBindings(contract.units, { searched: ['purpose'] }),
  ...registerBindings(contract.services, { searched: ['purpose'] }),
  ...registerBindings(contract.ismsProcesses, processRules),
  ...registerBindings(contract.processFeeds, feedRules),
  ...registerBindings(contract.ismsRisks, riskRules),
  handle(scope.startScopeVersion, (ctx, { body }) => startScopeVersion(ctx, body.title)),
  ...registerBindings(contract.scopeVersions, scopeRules),
  handle(scope.getScopeContent, (ctx, { params, query }) => getScopeContent(ctx, params.scopeVersionId, query.against)),
  handle(scope.exportScope, (ctx, { params, query }) => exportScope(ctx, params.scopeVersionId, query.format)),
  ...registerBindings(contract.scopeBoundaries),
]

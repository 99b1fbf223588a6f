import * as contract from '@sinew/contract/insurance/insurance-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { exportPolicies } from './export-policies.ts'
import { findPolicies, getPolicy } from './policy-store.ts'
import { createPolicy, deletePolicy, updatePolicy } from './write-policy.ts'

export const insuranceRoutes: readonly Binding[] = [
  handle(contract.listPolicies, (ctx, { query }) => findPolicies(ctx.db, query, ctx.asOf ?? ctx.now)),
  // Before the route of one policy: its address is of the same form.
  handle(contract.exportPolicies, (ctx, { query }) => exportPolicies(ctx, query)),
  handle(contract.getPolicy, (ctx, { params }) => getPolicy(ctx.db, params.policyId, ctx.asOf ?? ctx.now)),
  handle(contract.createPolicy, (ctx, { body }) => createPolicy(ctx, body)),
  handle(contract.updatePolicy, (ctx, { params, ifMatch, body }) => updatePolicy(ctx, params.policyId, ifMatch, body)),
  handle(contract.deletePolicy, (ctx, { params, ifMatch }) => deletePolicy(ctx, params.policyId, ifMatch)),
]

import * as contract from '@sinew/contract/leadership/leadership-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { delegationRules, ismsRoleRules } from './leadership-rules.ts'
import { exportRaci, getRaci, setRaciCell } from './raci.ts'

export const leadershipRoutes: readonly Binding[] = [
  ...registerBindings(contract.ismsRoles, ismsRoleRules),
  ...registerBindings(contract.raciActivities, { searched: ['note'] }),
  ...registerBindings(contract.delegations, delegationRules),
  ...registerBindings(contract.commitments, { searched: ['body'] }),
  handle(contract.getRaci, (ctx) => getRaci(ctx.db)),
  // Before the route of one cell: its address is of the same form.
  handle(contract.exportRaci, (ctx, { query }) => exportRaci(ctx.db, query.format)),
  handle(contract.setRaciCell, (ctx, { params, body }) => setRaciCell(ctx, params, body)),
]

import * as contract from '@sinew/contract/leadership/leadership-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { delegationRules, ismsRoleRules } from './leadership-rules.ts'
import { exportRaci, getRaci, setRaciCell } from './raci.ts'

export const leadershipRoutes: readonly Binding[] = [
  ...registerBindings(contract.ismsRoles, ismsRoleRules),
  ...registerBindings(contract.raciActivities, { searched: ['note'] }),
  ...registerBindings(contract.delegations, delegationRules),
  ...registerBindings(contract.commitments, {
    searched: ['body'],
    check: async (ctx, _tx, { saidAt }) =>
      isDayAhead(saidAt, ctx.now.getTime())
        ? refuse('said-ahead', 'A commitment is recorded once it is made: that day lies ahead.')
        : [],
  }),
  handle(contract.getRaci, (ctx) => getRaci(ctx.db)),
  // Before the route of one cell: its address is of the same form.
  handle(contract.exportRaci, (ctx, { query }) => exportRaci(ctx.db, query.format)),
  handle(contract.setRaciCell, (ctx, { params, body }) => setRaciCell(ctx, params, body)),
]

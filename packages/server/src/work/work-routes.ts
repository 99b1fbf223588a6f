import * as dutyContract from '@sinew/contract/work/duty-contract.ts'
import * as contract from '@sinew/contract/work/work-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { dutyDoneRules, dutyRules } from './duty-rules.ts'
import { exportWork } from './export-work.ts'
import { getMyWork } from './my-work.ts'
import { addUsualCalendar, getUsualCalendar } from './usual-calendar.ts'
import { findWork } from './work-store.ts'

export const workRoutes: readonly Binding[] = [
  ...registerBindings(dutyContract.tasks, { searched: ['note'] }),
  ...registerBindings(dutyContract.duties, dutyRules),
  ...registerBindings(dutyContract.dutiesDone, dutyDoneRules),
  handle(dutyContract.getUsualCalendar, (ctx) => getUsualCalendar(ctx)),
  handle(dutyContract.addUsualCalendar, (ctx, { body }) => addUsualCalendar(ctx, body.ownerId)),
  handle(contract.exportWork, (ctx, { query }) => exportWork(ctx, query)),
  handle(contract.getMyWork, (ctx) => getMyWork(ctx)),
  handle(contract.listWork, (ctx, { query }) => findWork(ctx, query)),
]

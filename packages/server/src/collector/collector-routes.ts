import * as contract from '@sinew/contract/collector/collector-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findCollectors, getCollector } from './collector-store.ts'
import { findMissingSubjects } from './find-missing-subjects.ts'
import { registerCollector } from './register-collector.ts'
import { retireSubjects } from './retire-subjects.ts'
import { switchCollector } from './switch-collector.ts'
import { updateCollector } from './update-collector.ts'

export const collectorRoutes: readonly Binding[] = [
  handle(contract.listCollectors, (ctx) => findCollectors(ctx)),
  handle(contract.getCollector, (ctx, { params }) => getCollector(ctx, params.collectorId)),
  handle(contract.registerCollector, (ctx, { body }) => registerCollector(ctx, body)),
  handle(contract.updateCollector, (ctx, { params, ifMatch, body }) =>
    updateCollector(ctx, params.collectorId, ifMatch, body),
  ),
  handle(contract.disableCollector, (ctx, { params, ifMatch, body }) =>
    switchCollector(ctx, params.collectorId, ifMatch, { active: false, reason: body.reason }),
  ),
  handle(contract.enableCollector, (ctx, { params, ifMatch }) =>
    switchCollector(ctx, params.collectorId, ifMatch, { active: true }),
  ),
  handle(contract.listMissingSubjects, (ctx, { params, query }) =>
    findMissingSubjects(ctx.db, params.collectorId, query),
  ),
  handle(contract.retireSubjects, (ctx, { params, body }) => retireSubjects(ctx, params.collectorId, body)),
]

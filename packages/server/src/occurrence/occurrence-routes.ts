import * as contract from '@sinew/contract/occurrence/occurrence-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createOccurrence } from './create-occurrence.ts'
import { deleteOccurrence } from './delete-occurrence.ts'
import { exportOccurrences } from './export-occurrences.ts'
import { findOccurrences, getOccurrence } from './occurrence-store.ts'
import { updateOccurrence } from './update-occurrence.ts'
import { createWatch, deleteWatch, findWatches, updateWatch } from './watch-store.ts'

export const occurrenceRoutes: readonly Binding[] = [
  handle(contract.listOccurrences, (ctx, { query }) => findOccurrences(ctx.db, query)),
  // Before the route of one occurrence: its address is of the same form.
  handle(contract.exportOccurrences, (ctx, { query }) => exportOccurrences(ctx, query)),
  handle(contract.getOccurrence, (ctx, { params }) => getOccurrence(ctx.db, params.occurrenceId)),
  handle(contract.createOccurrence, (ctx, { body }) => createOccurrence(ctx, body)),
  handle(contract.updateOccurrence, (ctx, { params, ifMatch, body }) =>
    updateOccurrence(ctx, params.occurrenceId, ifMatch, body),
  ),
  handle(contract.deleteOccurrence, (ctx, { params, ifMatch, query }) =>
    deleteOccurrence(ctx, params.occurrenceId, ifMatch, query.reason),
  ),
  handle(contract.listWatches, async (ctx, { query }) => ({ items: await findWatches(ctx.db, query.riskId) })),
  handle(contract.createWatch, (ctx, { body }) => createWatch(ctx, body)),
  handle(contract.updateWatch, (ctx, { params, ifMatch, body }) => updateWatch(ctx, params.watchId, ifMatch, body)),
  handle(contract.deleteWatch, (ctx, { params, ifMatch, query }) =>
    deleteWatch(ctx, params.watchId, ifMatch, query.reason),
  ),
]

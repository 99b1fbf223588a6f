import * as contract from '@sinew/contract/ingest/ingest-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findIngestRuns, getIngestRun } from './ingest-run-store.ts'
import { pushReport } from './push-report.ts'

export const ingestRoutes: readonly Binding[] = [
  handle(contract.pushReport, (ctx, { stored, query }) => pushReport(ctx, stored, query)),
  handle(contract.listIngestRuns, (ctx, { query }) => findIngestRuns(ctx.db, query)),
  handle(contract.getIngestRun, (ctx, { params }) => getIngestRun(ctx.db, params.ingestRunId)),
]

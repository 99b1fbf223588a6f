import * as contract from '@sinew/contract/ledger/ledger-contract.ts'
import { verifyLedger } from '@sinew/contract/ledger/verification-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { listDeleted } from './deletion-store.ts'
import { exportLedger } from './export-ledger.ts'
import { listActors } from './list-actors.ts'
import { listHistory } from './list-history.ts'
import { restoreDeletion } from './restore-deletion.ts'
import { findRevisions } from './revision-store.ts'
import * as verifying from './verify-ledger.ts'

export const ledgerRoutes: readonly Binding[] = [
  handle(contract.listLedger, (ctx, { query }) => findRevisions(ctx, query, query.limit)),
  handle(contract.exportLedger, (ctx, { query }) => exportLedger(ctx, query)),
  handle(verifyLedger, (ctx, { query }) => verifying.verifyLedger(ctx, query.expected)),
  handle(contract.listActors, (ctx) => listActors(ctx)),
  handle(contract.listHistory, (ctx, { params, query }) => listHistory(ctx, params.entity, params.entityId, query)),
  handle(contract.listDeleted, (ctx, { query }) => listDeleted(ctx.db, query)),
  handle(contract.restore, (ctx, { body }) => restoreDeletion(ctx, body)),
]

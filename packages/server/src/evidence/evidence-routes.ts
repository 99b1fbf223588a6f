import * as contract from '@sinew/contract/evidence/evidence-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createEvidence } from './create-evidence.ts'
import { findEvidence } from './evidence-store.ts'
import { exportEvidence } from './export-evidence.ts'
import { findExpiring } from './find-expiring.ts'
import { getEvidence } from './get-evidence.ts'
import { linkEvidence } from './link-evidence.ts'
import { reviewEvidence } from './review-evidence.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

export const evidenceRoutes: readonly Binding[] = [
  handle(contract.listEvidence, (ctx, { query }) => findEvidence(ctx, query)),
  handle(contract.exportEvidence, (ctx, { query }) => exportEvidence(ctx, query)),
  handle(contract.listExpiring, (ctx, { query }) => findExpiring(ctx, query)),
  handle(contract.getEvidence, (ctx, { params }) => getEvidence(ctx, params.evidenceId)),
  handle(contract.createEvidence, (ctx, { body }) => createEvidence(ctx, body)),
  handle(contract.linkEvidence, (ctx, { params, body }) => linkEvidence(ctx, params.evidenceId, body.needId)),
  handle(contract.withdrawEvidence, (ctx, { params, ifMatch, body }) =>
    withdrawEvidence(ctx, params.evidenceId, ifMatch, body.reason),
  ),
  handle(contract.reviewEvidence, (ctx, { params, ifMatch, body }) =>
    reviewEvidence(ctx, params.evidenceId, ifMatch, body),
  ),
]

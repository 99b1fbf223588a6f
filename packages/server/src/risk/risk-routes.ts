import * as contract from '@sinew/contract/risk/risk-contract.ts'
import * as threats from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createRisk } from './create-risk.ts'
import { createRisksFromThreats } from './create-risks-from-threats.ts'
import { deleteRisk } from './delete-risk.ts'
import { editRisks } from './edit-risks.ts'
import { estimateRisk } from './estimate-risk.ts'
import { explainRisk } from './explain-risk.ts'
import { exportRisks } from './export-risks.ts'
import { findRisks } from './find-risks.ts'
import { moveRisk } from './move-risk.ts'
import { getRisk } from './risk-store.ts'
import { findThreatSuggestions } from './threat-suggestions.ts'
import { updateRisk } from './update-risk.ts'

export const riskRoutes: readonly Binding[] = [
  handle(contract.listRisks, (ctx, { query }) => findRisks(ctx.db, query, ctx.asOf ?? ctx.now)),
  // Before the route of one risk: its address is of the same form.
  handle(contract.exportRisks, (ctx, { query }) => exportRisks(ctx, query)),
  handle(contract.getRisk, (ctx, { params }) => getRisk(ctx.db, params.riskId, ctx.asOf ?? ctx.now)),
  handle(contract.explainRisk, (ctx, { params, query }) => explainRisk(ctx, params.riskId, query)),
  handle(contract.createRisk, (ctx, { body }) => createRisk(ctx, body)),
  handle(threats.listThreatSuggestions, (ctx, { query }) => findThreatSuggestions(ctx.db, query)),
  handle(threats.createRisksFromThreats, (ctx, { body }) => createRisksFromThreats(ctx, body)),
  handle(contract.updateRisk, (ctx, { params, ifMatch, body }) => updateRisk(ctx, params.riskId, ifMatch, body)),
  handle(contract.estimateRisk, (ctx, { params, ifMatch, body }) => estimateRisk(ctx, params.riskId, ifMatch, body)),
  handle(contract.moveRisk, (ctx, { params, ifMatch, body }) => moveRisk(ctx, params.riskId, ifMatch, body)),
  handle(contract.editRisks, (ctx, { body }) => editRisks(ctx, body)),
  handle(contract.deleteRisk, (ctx, { params, query, ifMatch }) =>
    deleteRisk(ctx, params.riskId, ifMatch, query.reason ?? ''),
  ),
]

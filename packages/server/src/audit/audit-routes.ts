import * as contract from '@sinew/contract/audit/audit-contract.ts'
import * as work from '@sinew/contract/audit/audit-work-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { auditEvidenceRules } from './audit-evidence-rules.ts'
import { auditReport } from './audit-report.ts'
import { auditRules } from './audit-rules.ts'
import { auditorRules } from './auditor-rules.ts'
import { checkRules } from './check-rules.ts'
import { drawAuditSample } from './draw-audit-sample.ts'
import { findingRules } from './finding-rules.ts'
import { getCoverage } from './load-coverage.ts'
import { makeChecklist } from './make-checklist.ts'
import { exceptionRules, programmeRules } from './programme-rules.ts'

export const auditRoutes: readonly Binding[] = [
  ...registerBindings(contract.auditProgrammes, programmeRules),
  ...registerBindings(contract.auditExceptions, exceptionRules),
  ...registerBindings(contract.audits, auditRules),
  ...registerBindings(contract.auditors, auditorRules),
  ...registerBindings(contract.auditChecks, checkRules),
  ...registerBindings(contract.auditEvidence, auditEvidenceRules),
  ...registerBindings(contract.auditFindings, findingRules),
  handle(work.getAuditCoverage, (ctx, { params }) => getCoverage(ctx, params.auditProgrammeId)),
  handle(work.makeAuditChecklist, (ctx, { params }) => makeChecklist(ctx, params.auditId)),
  handle(work.drawAuditSample, (ctx, { params, ifMatch, body }) =>
    drawAuditSample(ctx, params.auditCheckId, ifMatch, body),
  ),
  handle(work.getAuditReport, (ctx, { params, query }) => auditReport(ctx, params.auditId, query.format)),
]

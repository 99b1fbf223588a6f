import type { auditRegister } from '@sinew/core/audit/audit-register.ts'
import type { RecordOf } from '@sinew/core/register/register.ts'
import type { Reader } from '../context.ts'
import { auditorsOf, checksOf, evidenceOf, findingsOf } from './audit-store.ts'

export type AuditContent = Awaited<ReturnType<typeof auditContent>>

/** What an audit reports: what its hash is made of, and what its report prints. */
export async function auditContent(db: Reader, audit: RecordOf<typeof auditRegister>) {
  const { number, title, startsAt, endsAt, objective, criteria, conclusion, distribution, plan } = audit
  const { clauses, controls, sites, processes, methods } = audit
  return {
    ...{ number, title, startsAt, endsAt, objective, criteria, conclusion, distribution, plan },
    ...{ clauses, controls, sites, processes, methods },
    auditors: await auditorsOf(db, audit.id),
    checks: await checksOf(db, audit.id),
    evidence: await evidenceOf(db, audit.id),
    findings: (await findingsOf(db, audit.id)).map(({ nonconformityId: _, ...finding }) => finding),
  }
}

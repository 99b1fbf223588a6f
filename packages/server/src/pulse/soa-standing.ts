import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { diffSoa } from '@sinew/core/soa/diff-soa.ts'
import type { LintSeverity } from '@sinew/core/soa/lint-issue.ts'
import { type SoaContent, soaContent } from '@sinew/core/soa/soa-content.ts'
import type { Reader } from '../context.ts'

/** How the Statement of Applicability stands: which version is in force, and what has changed since. */
export async function soaStanding(db: Reader, snapshot: ChainSnapshot, chain: DerivedChain): Promise<Pulse['soa']> {
  const versions = await db
    .selectFrom('soa_version')
    .select(['version_number', 'status', 'decided_at', 'content'])
    .where('status', 'in', ['approved', 'proposed'])
    .execute()
  const approved = versions.find((version) => version.status === 'approved')
  const proposed = versions.find((version) => version.status === 'proposed')
  const changes = approved === undefined ? [] : await changesSince(db, approved.content as SoaContent, snapshot, chain)
  const issues = (severity: LintSeverity) => chain.lint.filter((issue) => issue.severity === severity).length
  return {
    approvedVersion: approved?.version_number ?? null,
    approvedAt: approved?.decided_at?.toISOString() ?? null,
    proposedVersion: proposed?.version_number ?? null,
    changed: {
      decision: changes.filter((change) => change.needsApproval).length,
      status: changes.filter((change) => !change.needsApproval).length,
    },
    issues: { error: issues('error'), warning: issues('warning'), note: issues('note') },
  }
}

/** `approved` is what core pinned, which never changes; only its lines are compared. */
async function changesSince(db: Reader, approved: SoaContent, snapshot: ChainSnapshot, chain: DerivedChain) {
  const controls = await db.selectFrom('control').select(['id', 'remarks']).execute()
  const remarks = new Map(controls.map((control) => [control.id, control.remarks]))
  return diffSoa(approved, soaContent(snapshot, chain, { ...approved, remarks }))
}

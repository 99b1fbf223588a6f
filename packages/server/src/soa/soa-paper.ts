import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { diffSoa, type SoaChange } from '@sinew/core/soa/diff-soa.ts'
import { diffSoaHead, type SoaHeadChange } from '@sinew/core/soa/diff-soa-head.ts'
import type { SoaIssue } from '@sinew/core/soa/lint-issue.ts'
import type { SoaContent } from '@sinew/core/soa/soa-content.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { loadStatement } from './load-statement.ts'
import { findPreviousApproved, getSoaContent, getSoaVersion } from './soa-version-store.ts'

export type SoaMoney = {
  readonly currency: string
  readonly byControl: ReadonlyMap<string, SoaLine['worth']>
}

/** The statement as it leaves the house: one content, what it is, and what differs from the version before it. */
export type SoaPaper = {
  readonly content: SoaContent
  readonly hash: string
  /** Null for the statement as it is: a draft. */
  readonly version: SoaVersion | null
  readonly formerNumber: number | null
  readonly headChanges: readonly SoaHeadChange[]
  readonly changes: readonly SoaChange[]
  /** Of a draft only: what an auditor would question. */
  readonly issues: readonly SoaIssue[]
  /** The instant the paper speaks of. */
  readonly at: Date
  /** `Version 2 · approved`, `Draft · not approved`. */
  readonly mark: string
  /** One sentence on what it is. */
  readonly sentence: string
  /** What each control is worth and what its gap costs, by its id; null for a version, which pins no money. */
  readonly money: SoaMoney | null
  /** For the names of files: `v2`, `draft-2026-05-12`. */
  readonly suffix: string
}

/** The statement as it is, at the instant the request is about. */
export async function draftPaper(ctx: Context): Promise<SoaPaper> {
  const { content, approved, changes, derived, rows, currency } = await loadStatement(ctx)
  const former = approved === null ? null : await getSoaContent(ctx.db, approved.id)
  const at = new Date(content.asOf)
  const since = approved === null ? 'No version was approved yet.' : differsFrom(approved.number, changes)
  return {
    content,
    hash: contentHash(content),
    version: null,
    formerNumber: approved?.number ?? null,
    headChanges: former === null ? [] : diffSoaHead(former, content),
    changes,
    issues: derived.lint,
    at,
    mark: 'Draft · not approved',
    sentence: `Draft as of ${formatInstant(at)}; not approved. ${since}`,
    money: { currency, byControl: new Map([...rows].map(([id, { worth }]) => [id, worth])) },
    suffix: `draft-${content.asOf.slice(0, 10)}`,
  }
}

function differsFrom(number: number, changes: readonly SoaChange[]): string {
  const lines = new Set(changes.map((change) => change.controlId)).size
  if (lines === 0) return `Its lines are those of version ${number}, which is in force.`
  return `${lines === 1 ? '1 line differs' : `${lines} lines differ`} from version ${number}, which is in force.`
}

export async function versionPaper(ctx: Context, soaVersionId: string): Promise<SoaPaper> {
  const version = await getSoaVersion(ctx, soaVersionId)
  const content = await getSoaContent(ctx.db, soaVersionId)
  const previous = await findPreviousApproved(ctx, content)
  const former = previous === null ? null : await getSoaContent(ctx.db, previous.id)
  return {
    content,
    hash: version.hash,
    version,
    formerNumber: previous?.number ?? null,
    headChanges: former === null ? [] : diffSoaHead(former, content),
    changes: former === null ? [] : diffSoa(former, content),
    issues: [],
    at: new Date(version.decidedAt ?? version.proposedAt),
    mark: `Version ${version.number} · ${standings[version.status].mark}`,
    money: null,
    sentence: standings[version.status].say(version),
    suffix: `v${version.number}`,
  }
}

type Standing = { readonly mark: string; readonly say: (version: SoaVersion) => string }

const by = (version: SoaVersion) =>
  `by ${version.decidedByName ?? 'nobody'} on ${formatInstant(new Date(version.decidedAt ?? version.proposedAt))}`
const alone = (version: SoaVersion) =>
  version.approvedAlone ? ' The approver also proposed it: there was nobody else to ask.' : ''

const standings: Readonly<Record<SoaVersion['status'], Standing>> = {
  proposed: {
    mark: 'proposed, not approved',
    say: (version) =>
      `Proposed by ${version.proposedByName} on ${formatInstant(new Date(version.proposedAt))}; not approved.`,
  },
  approved: { mark: 'approved', say: (version) => `In force: approved ${by(version)}.${alone(version)}` },
  superseded: {
    mark: 'superseded',
    say: (version) => `No longer in force: approved ${by(version)}, then superseded.${alone(version)}`,
  },
  rejected: { mark: 'rejected', say: (version) => `Never in force: rejected ${by(version)}.` },
  withdrawn: { mark: 'withdrawn', say: (version) => `Never in force: withdrawn ${by(version)}.` },
}

/** `12 May 2026, 14:02 UTC` */
export function formatInstant(at: Date): string {
  return `${formatDay(at.getTime())}, ${at.toISOString().slice(11, 16)} UTC`
}

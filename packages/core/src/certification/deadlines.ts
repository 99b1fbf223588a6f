import { addMonths, dayMs } from '../time/calendar.ts'

export type CycleFacts = {
  readonly decidedAt: string | null
  readonly expiresAt: string | null
}

export type ExternalAudit = {
  readonly kind: string
  readonly state: string
  readonly startsAt: string
  readonly endsAt: string
}

export type Deadline = {
  readonly key: string
  readonly title: string
  /** Where it comes from, in one sentence. */
  readonly rule: string
  readonly dueAt: string
  readonly state: 'done' | 'open' | 'late'
  /** The smallest of 90, 60, 30 and 7 days that has begun; null while there is more time, or when it is done. */
  readonly alertDays: number | null
}

export const alertSteps = [7, 30, 60, 90] as const
const years = (at: number, count: number) => addMonths(at, 12 * count)

/** When a certificate expires that nobody says otherwise of: three years after the decision. */
export function usualExpiry(decidedAt: string): string {
  return new Date(years(Date.parse(decidedAt), 3)).toISOString()
}

/** The deadlines of a certification cycle, in the order of time. */
export function deadlinesOf(cycle: CycleFacts, audits: readonly ExternalAudit[], now: number): readonly Deadline[] {
  const isDone = (kind: string) => audits.some((audit) => audit.kind === kind && audit.state !== 'planned')
  const begun = (kind: string) => audits.filter((audit) => audit.kind === kind && audit.state !== 'planned').at(-1)
  const make = (key: string, title: string, rule: string, at: number, done: boolean): Deadline => {
    const state = done ? 'done' : at < now ? 'late' : 'open'
    const alertDays = done ? null : (alertSteps.find((days) => at - now <= days * dayMs) ?? null)
    return { key, title, rule, dueAt: new Date(at).toISOString(), state, alertDays }
  }
  const stage1 = begun('stage1')
  const before =
    stage1 === undefined
      ? []
      : [
          make(
            'stage2',
            'Stage 2',
            'Usually within six months of stage 1, which is repeated otherwise; the body sets it.',
            addMonths(Date.parse(stage1.endsAt), 6),
            isDone('stage2'),
          ),
        ]
  if (cycle.decidedAt === null) return before
  const decided = Date.parse(cycle.decidedAt)
  const expires = Date.parse(cycle.expiresAt ?? usualExpiry(cycle.decidedAt))
  const isRecertified = isDone('recertification')
  return [
    ...before,
    make(
      'surveillance1',
      'First surveillance audit',
      'Not later than twelve months after the decision.',
      years(decided, 1),
      isDone('surveillance1'),
    ),
    make(
      'surveillance2',
      'Second surveillance audit',
      'At least once in each calendar year that has no recertification.',
      Date.UTC(new Date(decided).getUTCFullYear() + 2, 11, 31, 12),
      isDone('surveillance2'),
    ),
    make(
      'recertification',
      'Recertification audit',
      'Suggested ninety days before the certificate expires, so that findings can be closed in time.',
      expires - 90 * dayMs,
      isRecertified,
    ),
    make('expiry', 'The certificate expires', 'Recertification has to be decided by then.', expires, isRecertified),
    make(
      'restore',
      'Last day to restore it',
      'Within six months after expiry outstanding work can still be completed; later it is a new stage 2.',
      addMonths(expires, 6),
      isRecertified,
    ),
  ].toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

export type FindingClock = { readonly dueAt: string | null; readonly rule: string; readonly isMet: boolean }

/**
 * The clock of a finding of the certification body. A major one is corrected and verified within the body's term, and within six
 * months of the last day of stage 2, or stage 2 is repeated; of a minor one the plan is accepted within the term.
 */
export function findingClock(
  finding: {
    readonly grade: string
    readonly termAt: string | null
    readonly planAcceptedAt: string | null
    readonly verifiedAt: string | null
  },
  audit: { readonly kind: string; readonly endsAt: string },
): FindingClock | null {
  if (finding.grade === 'major') {
    const six = audit.kind === 'stage2' ? addMonths(Date.parse(audit.endsAt), 6) : Number.POSITIVE_INFINITY
    const term = finding.termAt === null ? Number.POSITIVE_INFINITY : Date.parse(finding.termAt)
    const at = Math.min(six, term)
    const rule =
      six <= term && audit.kind === 'stage2'
        ? 'Verified within six months of the last day of stage 2, or stage 2 is repeated.'
        : 'Corrected and verified within the term of the body.'
    return { dueAt: Number.isFinite(at) ? new Date(at).toISOString() : null, rule, isMet: finding.verifiedAt !== null }
  }
  if (finding.grade !== 'minor') return null
  return {
    dueAt: finding.termAt,
    rule: 'The plan is accepted within the term of the body; its effect is verified at the next visit.',
    isMet: finding.planAcceptedAt !== null || finding.verifiedAt !== null,
  }
}

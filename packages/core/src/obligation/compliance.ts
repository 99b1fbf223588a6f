import type { ProofStatus } from '../soa/proof-status.ts'
import { formatDay } from '../time/calendar.ts'

/** How an obligation stands, from the best to the worst. */
export const complianceWords = {
  compliant: 'Compliant',
  claimed: 'Compliant, unproven',
  partly: 'Partly compliant',
  not_known: 'Not known',
  not_compliant: 'Not compliant',
} as const
export type Compliance = keyof typeof complianceWords
export const compliances = Object.keys(complianceWords) as [Compliance, ...Compliance[]]

export const conclusionWords = {
  compliant: 'Compliant',
  partly: 'Partly compliant',
  not_compliant: 'Not compliant',
} as const
export type Conclusion = keyof typeof conclusionWords

/** The newest review of an obligation; times are milliseconds since 1970 UTC. */
export type ReviewFact = { readonly number: number; readonly at: number; readonly conclusion: Conclusion }

/** A control that keeps the obligation, with how well it is proven now. */
export type KeepingControl = { readonly ref: string; readonly proof: ProofStatus | 'excluded' }

export type ObligationFact = {
  readonly newest: ReviewFact | null
  /** When it has to be looked at again; null where nobody has said. */
  readonly dueAt: number | null
  readonly controls: readonly KeepingControl[]
}

export type ComplianceStanding = {
  readonly status: Compliance
  readonly sentence: string
  /** What the controls that keep it leave open; null where all of them are proven. */
  readonly doubt: string | null
}

/**
 * What can be said of an obligation at `at`. A review counts until the next is due: what nobody has looked at since is not known.
 * Only what a review found amiss outlasts it. Found compliant is no more than that while a control that keeps it is not proven.
 */
export function standObligation({ newest, dueAt, controls }: ObligationFact, at: number): ComplianceStanding {
  const doubt = doubtOf(controls)
  if (newest === null)
    return { status: 'not_known', sentence: 'Never reviewed: whether it is met is not known.', doubt }
  const isOverdue = dueAt === null || dueAt <= at
  const when = dueAt === null ? 'has no day' : `was due on ${formatDay(dueAt)}`
  const review = `the review of ${formatDay(newest.at)}`
  if (newest.conclusion === 'not_compliant') {
    const late = isOverdue ? `, and the next review ${when}` : ''
    return { status: 'not_compliant', sentence: `Not compliant by ${review}${late}.`, doubt }
  }
  if (isOverdue)
    return { status: 'not_known', sentence: `Its review ${when}: whether it is still met is not known.`, doubt }
  if (newest.conclusion === 'partly') return { status: 'partly', sentence: `Partly compliant by ${review}.`, doubt }
  if (doubt !== null) return { status: 'claimed', sentence: `Found compliant by ${review}, but not proven now.`, doubt }
  return { status: 'compliant', sentence: `Compliant by ${review}, and what keeps it is proven.`, doubt }
}

const open: readonly (readonly [KeepingControl['proof'], string, string])[] = [
  ['excluded', 'is left out of the statement', 'are left out of the statement'],
  ['failing', 'fails', 'fail'],
  ['stale', 'has stale evidence', 'have stale evidence'],
  ['unproven', 'is not proven', 'are not proven'],
]

function doubtOf(controls: readonly KeepingControl[]): string | null {
  if (controls.length === 0) return 'No control keeps it.'
  const parts = open.flatMap(([proof, one, many]) => {
    const refs = controls.filter((control) => control.proof === proof).map(({ ref }) => ref)
    return refs.length === 0 ? [] : [`${refs.join(', ')} ${refs.length === 1 ? one : many}`]
  })
  return parts.length === 0 ? null : `${parts.join('; ')}.`
}

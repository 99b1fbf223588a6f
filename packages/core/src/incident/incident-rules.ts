import type { Refusal } from '../refusal.ts'
import type { IncidentState, Severity } from './incident-words.ts'

/** What of an incident decides whether it may take a step. */
export type IncidentFacts = {
  readonly severity: Severity
  readonly category: string
  readonly personalData: 'unknown' | 'no' | 'yes'
  readonly assigneeId: string | null
  readonly containment: string
  readonly recovery: string
  readonly cause: string
  readonly lessons: string
  readonly noRiskReason: string
  readonly noticedAt: number
  readonly occurredAt: number | null
  /** Risks it is confirmed against. */
  readonly risks: number
  readonly clocks: readonly { readonly regime: string; readonly state: string }[]
}

const missing = (isMissing: boolean, code: string, message: string): readonly Refusal[] =>
  isMissing ? [{ code, message }] : []

/** Why an incident cannot take a step to a state; each sentence says what is missing and what to do. */
export function incidentMoveRefusals(facts: IncidentFacts, to: IncidentState): readonly Refusal[] {
  switch (to) {
    case 'incident':
      return [
        ...missing(
          facts.severity === 'undecided',
          'no-severity',
          'Say how severe it is before it becomes an incident.',
        ),
        ...missing(facts.category === 'unsorted', 'no-category', 'Choose its category before it becomes an incident.'),
        ...missing(facts.assigneeId === null, 'no-assignee', 'Name who handles it.'),
      ]
    case 'contained':
      return missing(facts.containment === '', 'no-containment', 'Write down how it was contained.')
    case 'recovered':
      return missing(
        facts.recovery === '',
        'no-recovery',
        'Write down how the cause was removed and the service restored.',
      )
    case 'lessons':
      return [
        ...missing(facts.cause === '', 'no-cause', 'Write down the root cause.'),
        ...missing(
          facts.lessons === '',
          'no-lessons',
          'Write down what was learned, even if it is that all went as planned.',
        ),
      ]
    case 'closed':
      return closingRefusals(facts)
    default:
      return []
  }
}

function closingRefusals({ personalData, clocks, risks, noRiskReason }: IncidentFacts): readonly Refusal[] {
  const running = clocks.filter(({ state }) => state === 'running').length
  const undecided = personalData === 'yes' && !clocks.some(({ regime }) => regime === 'gdpr_authority')
  return [
    ...missing(personalData === 'unknown', 'personal-data-unknown', 'Say whether personal data were involved.'),
    ...missing(
      undecided,
      'notification-undecided',
      'Personal data were involved: decide, with a reason, whether the authority had to be told (GDPR article 33).',
    ),
    ...missing(
      running > 0,
      'clocks-running',
      `${running} ${running === 1 ? 'notification is' : 'notifications are'} still to be made: send them, or say why they are not needed.`,
    ),
    ...missing(
      risks === 0 && noRiskReason === '',
      'no-risk',
      'Link the risks that came true, or nearly did; if none, say why it belongs to no risk.',
    ),
  ]
}

/** What cannot be: it happened after it was noticed, or was noticed in the future. Times in ms. */
export function incidentRefusals(
  facts: Pick<IncidentFacts, 'noticedAt' | 'occurredAt'>,
  now: number,
): readonly Refusal[] {
  // A clock that is a few minutes ahead is no future.
  const soon = now + 5 * 60_000
  return [
    ...missing(facts.noticedAt > soon, 'noticed-in-future', 'It cannot have been noticed yet: correct when.'),
    ...missing(
      facts.occurredAt !== null && facts.occurredAt > Math.max(facts.noticedAt, 0),
      'noticed-before',
      'It was noticed before it happened: correct one of the times.',
    ),
  ]
}

/** Loss in all, in minor units: what is known of it; null while nothing is. */
export function totalLoss(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0)
}

/** Risks together carry no more of an incident's loss than it cost. */
export function sharedLossRefusals(totalMinor: number | null, onRisksMinor: number): readonly Refusal[] {
  return missing(
    onRisksMinor > (totalMinor ?? 0),
    'loss-counted-twice',
    'The risks together would carry more than the incident cost. Correct the loss of the incident first, or share it out anew.',
  )
}

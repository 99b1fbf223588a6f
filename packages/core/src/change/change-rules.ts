import { type Refusal, refuse } from '../refusal.ts'
import type { RecordOf } from '../register/register.ts'
import type { ChangeSubject, plannedChangeRegister } from './planned-change-register.ts'

export type PlannedChange = RecordOf<typeof plannedChangeRegister>

export type ChangePeople = {
  readonly proposedByActor: boolean
  /** Other members who could approve. */
  readonly otherApprovers: number
}

const asked = {
  purpose: 'its purpose',
  effect: 'what could come of it',
  integrity: 'how the ISMS stays whole',
  resources: 'the resources',
  responsibilities: 'who does what afterwards',
} as const

/** What a change has to say before it is approved. */
export function incompleteChange(change: PlannedChange): readonly Refusal[] {
  const missing: string[] = Object.entries(asked).flatMap(([key, words]) =>
    change[key as keyof typeof asked] === '' ? [words] : [],
  )
  if (change.touches.length === 0) missing.push('what it touches')
  if (change.ownerId === null) missing.push('who carries it out')
  if (change.plannedAt === null) missing.push('when')
  if (missing.length === 0) return []
  return refuse(
    'change_incomplete',
    `A change is planned before it is approved. Still to be said: ${missing.join(', ')}.`,
  )
}

/** A second pair of eyes wherever there is one. */
export function changeApprovalRefusals(change: PlannedChange, people: ChangePeople): readonly Refusal[] {
  const own =
    people.proposedByActor && people.otherApprovers > 0
      ? refuse('change_by_proposer', 'You proposed this change: somebody else who may approve has to look at it.')
      : []
  return [...incompleteChange(change), ...own]
}

export type NamedChange = {
  readonly ref: string
  readonly status: string
  readonly touches: readonly string[]
  /** The version of this subject that names it already. */
  readonly usedBy: string | null
}

const subjectWords: Readonly<Record<'scope' | 'methodology' | 'soa' | 'roles', string>> = {
  scope: 'the scope',
  methodology: 'the methodology',
  soa: 'the Statement of Applicability',
  roles: 'the roles',
}

/**
 * Every change to the scope, the method or the Statement of Applicability is planned: once a version is in force, the next
 * names an approved change that touches it, and no two versions name the same.
 */
export function plannedChangeRefusals(
  subject: ChangeSubject & keyof typeof subjectWords,
  isFirst: boolean,
  change: NamedChange | null,
): readonly Refusal[] {
  const what = subjectWords[subject]
  if (change === null)
    return isFirst
      ? []
      : refuse('change_not_planned', `Changing ${what} is planned: name the approved change behind this version.`)
  if (!['approved', 'done', 'reviewed'].includes(change.status))
    return refuse(
      'change_not_approved',
      `${change.ref} is ${change.status}: only an approved change stands behind a version.`,
    )
  if (!change.touches.includes(subject))
    return refuse('change_of_something_else', `${change.ref} does not say that it touches ${what}.`)
  if (change.usedBy !== null)
    return refuse('change_used', `${change.ref} stands behind ${change.usedBy} already: plan the next change.`)
  return []
}

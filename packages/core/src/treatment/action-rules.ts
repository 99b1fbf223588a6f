import type { PersonInput, RiskStatus } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'

export type PlannedAction = {
  readonly title: string
  /** Null while nobody is named. */
  readonly owner: Pick<PersonInput, 'name' | 'active'> | null
  readonly dueAt: number
}

/** Why an action cannot be planned like this: what, who and by when (ISO/IEC 27001 6.1.3 e). */
export function planActionRefusals(action: PlannedAction, riskStatus: RiskStatus): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (riskStatus === 'closed') {
    refusals.push({ code: 'action-risk-closed', message: 'The risk is closed: open it again before planning for it.' })
  }
  if (action.title.trim() === '') refusals.push({ code: 'action-untitled', message: 'Say what is to be done.' })
  if (action.owner !== null && !action.owner.active) {
    refusals.push({ code: 'action-owner-left', message: `${action.owner.name} has left: name somebody else.` })
  }
  if (!Number.isFinite(action.dueAt)) {
    refusals.push({ code: 'action-no-date', message: 'Say by when it is to be done.' })
  }
  return refusals
}

/** A due date moves only with a reason: the history of moved dates is what an auditor reads first. */
export function moveDueDateRefusals(from: number, to: number, reason: string): readonly Refusal[] {
  if (from === to || reason.trim() !== '') return []
  return [{ code: 'action-moved-without-reason', message: 'Say why the due date moves.' }]
}

/** Why an action cannot be called done. */
export function finishActionRefusals(action: {
  readonly owner: Pick<PersonInput, 'name'> | null
  readonly doneAt: number | null
}): readonly Refusal[] {
  if (action.doneAt !== null) return [{ code: 'action-already-done', message: 'The action is done already.' }]
  if (action.owner !== null) return []
  return [{ code: 'action-no-owner', message: 'Nobody is named for the action: say who did it.' }]
}

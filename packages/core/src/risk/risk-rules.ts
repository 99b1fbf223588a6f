import type { RiskStatus } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'
import type { RiskSituation } from './risk-situation.ts'

/** Where a risk may go from each state; closing is possible from everywhere, opening again leads back to the assessment. */
export const riskMoves: Readonly<Record<RiskStatus, readonly RiskStatus[]>> = {
  draft: ['assessed', 'closed'],
  assessed: ['draft', 'treated', 'closed'],
  treated: ['assessed', 'accepted', 'closed'],
  accepted: ['assessed', 'treated', 'closed'],
  closed: ['draft', 'assessed'],
}

/**
 * Why a risk cannot move to another state now (ISO/IEC 27001 6.1.2, 6.1.3): draft → assessed → treated → accepted → closed.
 * `reason` is what the person gives for closing.
 */
export function riskMoveRefusals(situation: RiskSituation, to: RiskStatus, reason = ''): readonly Refusal[] {
  const { risk } = situation
  if (risk.status === to) return [{ code: 'risk-already-there', message: `The risk is ${to} already.` }]
  if (!riskMoves[risk.status].includes(to)) {
    const message = `A risk that is ${risk.status} cannot become ${to}; it can become ${riskMoves[risk.status].join(' or ')}.`
    return [{ code: 'risk-move-not-allowed', message }]
  }
  // A draft asks for nothing: going back to it is how an estimate is withdrawn.
  if (to === 'draft') return []
  if (to === 'closed') return closeRefusals(situation, reason)
  return [
    ...assessRefusals(situation),
    ...(to === 'assessed' ? [] : treatRefusals(situation)),
    ...(to === 'accepted' ? acceptedRefusals(situation) : []),
  ]
}

function assessRefusals({ risk, owner, provenLevel }: RiskSituation): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (risk.title.trim() === '') refusals.push({ code: 'risk-untitled', message: 'Give the risk a title.' })
  if (risk.ownerId === null || owner === null) {
    refusals.push({ code: 'risk-no-owner', message: 'The risk has no owner: name a person with authority over it.' })
  } else if (!owner.active) {
    refusals.push({
      code: 'risk-owner-left',
      message: `${owner.name}, who owns the risk, has left: name another owner.`,
    })
  }
  if (provenLevel === null) {
    const message = 'The risk is not estimated: say how often and how much, as 90 % intervals.'
    refusals.push({ code: 'risk-not-estimated', message })
  }
  return refusals
}

function treatRefusals({ risk, controls, actions }: RiskSituation): readonly Refusal[] {
  if (risk.treatment === null) {
    return [{ code: 'risk-no-option', message: 'Choose what to do with the risk: modify, retain, avoid or share.' }]
  }
  if (risk.treatment === 'modify' && controls.length === 0) {
    const message = 'Modifying a risk takes at least one applicable control.'
    return [{ code: 'risk-modify-without-control', message }]
  }
  if ((risk.treatment === 'avoid' || risk.treatment === 'share') && actions.length === 0) {
    const how = risk.treatment === 'avoid' ? 'avoided' : 'shared'
    const message = `Plan at least one action that says who has the risk ${how}, and by when.`
    return [{ code: 'risk-option-without-action', message }]
  }
  return []
}

function acceptedRefusals({ hasValidAcceptance }: RiskSituation): readonly Refusal[] {
  if (hasValidAcceptance) return []
  return [{ code: 'risk-no-acceptance', message: 'The risk owner has not accepted what remains.' }]
}

function closeRefusals(situation: RiskSituation, reason: string): readonly Refusal[] {
  const { risk, actions, provenLevel, hasValidAcceptance } = situation
  const refusals: Refusal[] = []
  if (risk.treatment === null) {
    refusals.push({ code: 'risk-no-option', message: 'The risk has no treatment: decide on one before it is closed.' })
  }
  const open = actions.filter((action) => action.doneAt === null)
  if (open.length > 0) {
    const which = open.map((action) => `T-${action.number}`).join(', ')
    refusals.push({ code: 'risk-actions-open', message: `Actions are still open: ${which}.` })
  }
  if (risk.treatment === 'retain' && provenLevel !== null && provenLevel !== 'low' && !hasValidAcceptance) {
    const message = `The risk is ${provenLevel} and retained: its owner has to accept it first.`
    refusals.push({ code: 'risk-retained-unaccepted', message })
  }
  if (reason.trim() === '') {
    refusals.push({ code: 'risk-close-without-reason', message: 'Say why the risk can be closed.' })
  }
  return refusals
}

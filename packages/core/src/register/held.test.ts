import { describe, expect, it } from 'vitest'
import { auditFindingRegister } from '../audit/audit-parts-register.ts'
import { auditRegister } from '../audit/audit-register.ts'
import { incidentEntryRegister } from '../incident/incident-parts.ts'
import { incidentRegister } from '../incident/incident-register.ts'
import { reviewDecisionRegister } from '../management-review/review-parts-register.ts'
import { correctiveActionRegister } from '../nonconformity/corrective-action-register.ts'
import { nonconformityRegister } from '../nonconformity/nonconformity-register.ts'
import { heldRefusals, isAllowedWhileHeld, type Register } from './register.ts'

describe('parts of an object', () => {
  const message = (part: Register, whole: Register, ref: string, state: string) =>
    heldRefusals(part, whole, { ref, state })[0]?.message ?? null

  it.each([
    [incidentEntryRegister, incidentRegister, 'IN-4', 'contained', null],
    [
      incidentEntryRegister,
      incidentRegister,
      'IN-4',
      'closed',
      'IN-4 is at “Closed”: what belongs to it stays as it is. To change it, first take the step “Open again”.',
    ],
    [
      incidentEntryRegister,
      incidentRegister,
      'IN-5',
      'event',
      'IN-5 is at “Event only”: what belongs to it stays as it is. To change it, first take the step “It is an incident”.',
    ],
    [auditFindingRegister, auditRegister, 'AU-1', 'running', null],
    [
      auditFindingRegister,
      auditRegister,
      'AU-1',
      'actions_open',
      'AU-1 is at “Actions open”: what belongs to it stays as it is.',
    ],
    [correctiveActionRegister, nonconformityRegister, 'NC-2', 'planned', null],
  ] as const)('%o stay by the state of what they belong to', (part, whole, ref, state, expected) => {
    expect(message(part, whole, ref, state)).toBe(expected)
  })

  it('are written on where that is what is waited for: what came of a decision', () => {
    const before = { title: 'Hire', dueAt: '2026-03-01T12:00:00.000Z', doneAt: null, result: '' }
    const after = { ...before, dueAt: '2026-03-01T12:00:00Z', doneAt: '2026-02-01T12:00:00Z', result: 'Hired.' }
    expect(isAllowedWhileHeld(reviewDecisionRegister, before, after)).toBe(true)
    expect(isAllowedWhileHeld(reviewDecisionRegister, before, { ...after, title: 'Hire two' })).toBe(false)
    expect(isAllowedWhileHeld(correctiveActionRegister, before, before)).toBe(false)
  })
})

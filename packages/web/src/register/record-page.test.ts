import { auditorRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { siteRegister } from '@sinew/core/context/site-register.ts'
import { correctiveActionRegister } from '@sinew/core/nonconformity/corrective-action-register.ts'
import { checklistTaskRegister, courseAssignmentRegister } from '@sinew/core/training/training-registers.ts'
import { describe, expect, it } from 'vitest'
import { doneValues, titleOf } from './record-page.ts'

describe('what a form begins with to say that something is done', () => {
  it('is today, or the word for done', () => {
    const values = doneValues(correctiveActionRegister, { doneAt: null, isDone: false })
    expect(Date.now() - Date.parse(String(values?.doneAt))).toBeLessThan(60_000)
    expect(doneValues(checklistTaskRegister, { state: 'open' })).toEqual({ state: 'done' })
  })

  it('is nothing once it is done, or is not to be done any more', () => {
    expect(doneValues(correctiveActionRegister, { doneAt: '2026-11-01T00:00:00Z', isDone: true })).toBeNull()
    expect(doneValues(checklistTaskRegister, { state: 'not_needed' })).toBeNull()
    expect(doneValues(courseAssignmentRegister, { completedAt: null, standing: 'exempt' })).toBeNull()
  })

  it('is nothing for what is never done', () => {
    expect(doneValues(siteRegister, {})).toBeNull()
  })
})

describe('what heads a page', () => {
  const auditor = { title: 'Two audits as an observer', person: { id: '1', ref: 'P-3', name: 'Jana Doe' } }

  it('is whom it names, where its words say less', () => {
    expect(titleOf(auditorRegister, auditor)).toBe('Jana Doe')
    expect(titleOf(auditorRegister, { ...auditor, person: null })).toBe('Two audits as an observer')
  })

  it('is its name, or what it is', () => {
    expect(titleOf(siteRegister, { name: 'Rotterdam' })).toBe('Rotterdam')
    expect(titleOf(siteRegister, { name: '' })).toBe('Site')
  })
})

import { describe, expect, it } from 'vitest'
import { paths } from '../app/paths.ts'
import { fixOf } from './fix-of.ts'

const line = { ref: 'A.8.13', controlId: 'control-1' }
const issue = (action: string, entity = 'control', id = 'control-1', sentence = 'A.8.13 has a problem: T-4.') => ({
  sentence,
  fix: { entity, id, action: action as 'include' },
})

describe('an issue is repaired', () => {
  it.each([
    ['include', 'include'],
    ['justify', 'justify'],
    ['add_reason', 'add_reason'],
  ])('on its own line: %s', (action, task) => {
    expect(fixOf(issue(action), line)).toMatchObject({ kind: 'line', task })
  })

  it.each([
    ['plan', 'plannedAt'],
    ['set_owner', 'owner'],
  ])('in place: %s', (action, field) => {
    expect(fixOf(issue(action), line)).toMatchObject({ kind: 'field', field })
  })

  it.each([
    ['add_need', 'control', paths.control, { controlRef: 'A.8.13' }, { do: 'add_need' }],
    ['repair', 'need', paths.control, { controlRef: 'A.8.13' }, {}],
    ['review_decision', 'control', paths.control, { controlRef: 'A.8.13' }, {}],
    ['add_evidence', 'need', paths.newEvidence, {}, { control: 'A.8.13', need: 'control-1' }],
    ['add_evidence', 'control', paths.newEvidence, {}, { control: 'A.8.13' }],
    ['finish_action', 'action', paths.action, { number: '4' }, {}],
    ['restore_collector', 'collector', paths.collectors, {}, {}],
    ['add_missing_controls', 'soa', paths.controls, {}, {}],
  ])('on the page where that is done: %s of a %s', (action, entity, to, params, search) => {
    expect(fixOf(issue(action, entity), line)).toMatchObject({ kind: 'page', to, params, search })
  })

  it('in the treatment plan when the action is not named, and among the controls when no line is', () => {
    expect(fixOf(issue('finish_action', 'action', 'x', 'Not finished.'), line)).toMatchObject({ to: paths.treatment })
    expect(fixOf(issue('add_reason', 'soa'), null)).toMatchObject({ to: paths.controls })
  })
})

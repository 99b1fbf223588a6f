import { describe, expect, it } from 'vitest'
import {
  type ActionFacts,
  canAnalyse,
  canCheckEffect,
  canClose,
  canContain,
  canFinish,
  canPlan,
  type NonconformityFacts,
} from './closing-rules.ts'

const done: NonconformityFacts = {
  ownerId: 'owner',
  requirements: ['8.1.criteria'],
  correction: 'The access was removed.',
  correctedAt: '2026-03-02T12:00:00Z',
  consequences: 'None: the log shows no sign-in.',
  causeMethod: 'five_whys',
  whys: ['The list is kept by hand.', 'Nobody tells it of leavers.', 'The checklist ends at payroll.'],
  causePeople: '',
  causeProcess: 'The leaver checklist does not name this system.',
  causeTechnology: '',
  causeSupplier: '',
  causeSurroundings: '',
  causeMeasuring: '',
  cause: 'The leaver checklist does not name systems outside of single sign-on.',
  elsewhere: 'some',
  extent: 'Two more systems looked at, one more account found.',
  actionDecision: 'action',
  noActionReason: '',
  criterion: 'No account of a leaver in three monthly comparisons.',
  checkDueAt: '2026-06-30T12:00:00Z',
  effectSeen: 'Three comparisons, none found.',
  doneAt: '2026-03-20T12:00:00Z',
  checkedAt: '2026-07-01T12:00:00Z',
  checkedById: 'checker',
}
const action: ActionFacts = { ref: 'CA-1', ownerId: 'doer', doneAt: '2026-03-20T12:00:00Z', hasProof: true }

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('a nonconformity', () => {
  it('is closed when everything is there', () => {
    expect(canClose(done, [action])).toEqual([])
  })

  it.each([
    ['without a correction', { correction: '' }, 'no_correction'],
    ['without a cause', { cause: '' }, 'no_cause'],
    ['without a decision on action', { actionDecision: 'undecided' }, 'no_action'],
    ['with a decision on none that has no reason', { actionDecision: 'none' }, 'no_reason'],
    ['without a look at similar cases', { elsewhere: 'not_looked' }, 'no_extent'],
    ['without a criterion', { criterion: '' }, 'no_criterion'],
    ['without a check of the effect', { checkedAt: null }, 'not_checked'],
    ['without what the check saw', { effectSeen: '' }, 'no_check'],
  ])('is not closed %s', (_, missing, code) => {
    const refusals = canClose({ ...done, ...missing }, [action])
    expect(codes(refusals)).toContain(code)
    for (const { message } of refusals) expect(message).toMatch(/^[^.]+\.( [^.]+\.)?$/)
  })

  it('is not closed without evidence of its actions', () => {
    expect(codes(canClose(done, [{ ...action, hasProof: false }]))).toEqual(['no_evidence'])
    expect(codes(canFinish(done, [{ ...action, doneAt: null }]))).toEqual(['actions_open'])
  })

  it('is closed without action for a reason, judged by somebody else than its owner', () => {
    const none = { ...done, actionDecision: 'none', noActionReason: 'The system is switched off in May.' }
    expect(canClose(none, [])).toEqual([])
    expect(codes(canClose({ ...none, checkedById: 'owner' }, []))).toEqual(['own_action'])
  })

  it('takes its steps with what each needs', () => {
    expect(canContain(done)).toEqual([])
    expect(canPlan(done, [action])).toEqual([])
    expect(codes(canPlan(done, []))).toEqual(['no_action'])
    expect(codes(canContain({ ...done, ownerId: null, requirements: [] }))).toEqual(['no_requirement', 'no_owner'])
  })
})

describe('the effect', () => {
  it('is judged by another person than those who acted', () => {
    const at = '2026-07-01T12:00:00Z'
    expect(canCheckEffect(done, [action], { personId: 'checker', at })).toEqual([])
    expect(codes(canCheckEffect(done, [action], { personId: 'doer', at }))).toEqual(['own_action'])
    expect(codes(canCheckEffect(done, [action], { personId: null, at }))).toEqual(['no_person'])
  })

  it('is judged after the actions are done', () => {
    const early = { personId: 'checker', at: '2026-03-10T12:00:00Z' }
    expect(codes(canCheckEffect(done, [action], early))).toEqual(['too_early'])
    expect(codes(canCheckEffect({ ...done, doneAt: null }, [], { ...early, at: '2026-07-01T12:00:00Z' }))).toEqual([
      'too_early',
    ])
  })
})

describe('“human error” alone', () => {
  const blamed = { ...done, cause: 'Human error of an administrator.', whys: [], causeProcess: '' }
  it('is questioned', () => {
    expect(codes(canAnalyse(blamed))).toEqual(['human_error'])
    expect(codes(canAnalyse({ ...blamed, cause: 'She forgot it.', whys: ['In a hurry'] }))).toEqual(['human_error'])
  })
  it('is where an analysis begins: whys or a cause that is no person lead on', () => {
    expect(canAnalyse({ ...blamed, whys: ['Forgot', 'No reminder', 'The tool sends none'] })).toEqual([])
    expect(canAnalyse({ ...blamed, causeTechnology: 'The tool does not ask.' })).toEqual([])
  })
})

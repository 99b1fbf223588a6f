import { describe, expect, it } from 'vitest'
import { type LintRuleId, type SoaIssue, soaIssue } from './lint-issue.ts'
import { approvalRefusals, decisionRefusals, isApprovedAlone, proposalRefusals } from './version-rules.ts'

const issue = (rule: LintRuleId, ref: string): SoaIssue =>
  soaIssue(rule, { controlId: `control-${ref}`, ref }, `${ref} has a problem.`, {
    entity: 'control',
    id: `control-${ref}`,
    action: 'justify',
  })

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map((refusal) => refusal.code)

describe('a version is proposed', () => {
  it.each<[string, readonly SoaIssue[], boolean, readonly string[]]>([
    ['with nothing wrong', [], false, []],
    ['with warnings and notes', [issue('stale', 'A.5.1'), issue('implemented-but-failing', 'A.5.2')], false, []],
    ['while another is open', [], true, ['soa-proposal-open']],
    [
      'with lines that nobody has decided on',
      [issue('undecided', 'A.5.1'), issue('undecided', 'A.5.2')],
      false,
      ['undecided'],
    ],
    ['with an error', [issue('included-for-no-reason', 'A.5.1')], false, ['included-for-no-reason']],
    [
      'with errors of two rules, one of them twice',
      [
        issue('excluded-without-justification', 'A.5.1'),
        issue('excluded-without-justification', 'A.5.2'),
        issue('not-93', 'A.5.3'),
      ],
      true,
      ['soa-proposal-open', 'excluded-without-justification', 'not-93'],
    ],
  ])('%s', (_, issues, open, expected) => {
    expect(codes(proposalRefusals(issues, open))).toEqual(expected)
  })

  it('says how many lines are undecided', () => {
    const many = [issue('undecided', 'A.5.1'), issue('undecided', 'A.5.2')]
    expect(proposalRefusals(many, false)[0]?.message).toContain('2 lines are not decided yet')
  })

  it('with the one line named, or the number of lines', () => {
    const one = [issue('included-for-no-reason', 'A.5.1')]
    expect(proposalRefusals(one, false)[0]?.message).toBe('A.5.1 has a problem.')
    const two = [...one, issue('included-for-no-reason', 'A.5.2')]
    expect(proposalRefusals(two, false)[0]?.message).toBe('2 controls are included for no stated reason.')
  })
})

describe('a version is decided on', () => {
  const proposal = { status: 'proposed', number: 2, proposedBy: 'ann', decidedBy: 'bob', others: 1 } as const

  it.each([
    ['by somebody else', {}, [], false],
    ['by the proposer', { decidedBy: 'ann' }, ['soa-own-proposal'], true],
    ['by the proposer, who is alone', { decidedBy: 'ann', others: 0 }, [], true],
    ['after it was approved', { status: 'approved' as const }, ['soa-not-proposed'], false],
    ['after it was withdrawn', { status: 'withdrawn' as const, decidedBy: 'ann' }, ['soa-not-proposed'], true],
  ])('%s', (_, fields, expected, alone) => {
    const decision = { ...proposal, ...fields }
    expect(codes(approvalRefusals(decision))).toEqual(expected)
    expect(isApprovedAlone(decision)).toBe(alone)
  })

  it('once', () => {
    expect(decisionRefusals(proposal)).toEqual([])
    expect(decisionRefusals({ status: 'superseded', number: 1 })[0]?.message).toBe(
      'Version 1 is superseded: there is nothing left to decide.',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { approvalRefusals, isApprovedAlone } from './methodology-approval.ts'

describe('approving a methodology', () => {
  it.each([
    ['somebody else', { status: 'draft', proposedBy: 'ann', approver: 'bob', otherApprovers: 1 }, []],
    [
      'the author, while another could',
      { status: 'draft', proposedBy: 'ann', approver: 'ann', otherApprovers: 1 },
      ['methodology-by-author'],
    ],
    ['the author, alone', { status: 'draft', proposedBy: 'ann', approver: 'ann', otherApprovers: 0 }, []],
    [
      'a version in force',
      { status: 'approved', proposedBy: 'ann', approver: 'bob', otherApprovers: 1 },
      ['methodology-not-draft'],
    ],
    [
      'a former version',
      { status: 'superseded', proposedBy: 'ann', approver: 'bob', otherApprovers: 1 },
      ['methodology-not-draft'],
    ],
  ] as const)('%s', (_case, request, codes) => {
    expect(approvalRefusals(request).map(({ code }) => code)).toEqual(codes)
  })

  it('is alone when author and approver are one', () => {
    expect(isApprovedAlone({ proposedBy: 'ann', approver: 'ann' })).toBe(true)
    expect(isApprovedAlone({ proposedBy: 'ann', approver: 'bob' })).toBe(false)
  })
})

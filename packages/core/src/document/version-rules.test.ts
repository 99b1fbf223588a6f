import { describe, expect, it } from 'vitest'
import {
  approveRefusals,
  editRefusals,
  isApprovedAlone,
  publishRefusals,
  removeDocumentRefusals,
  retireRefusals,
  startRefusals,
  submitRefusals,
  versionStatuses,
} from './version-rules.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const at = (status: (typeof versionStatuses)[number]) => ({ versionNumber: 2, status })

describe('a version of a document', () => {
  it('changes while it is a draft alone', () => {
    expect(versionStatuses.filter((status) => editRefusals(at(status)).length === 0)).toEqual(['draft'])
    expect(editRefusals(at('published'))[0]?.message).toBe(
      'Version 2 is published: it does not change any more. Start the next version.',
    )
  })

  it('is started while no other is in work', () => {
    expect(startRefusals(null)).toEqual([])
    expect(startRefusals(at('draft'))[0]?.message).toContain('go on with it or drop it')
    expect(startRefusals(at('approved'))[0]?.message).toContain('finish it before')
  })

  it.each([
    ['Words.', true, []],
    [' \n', true, ['document_empty']],
    ['Words.', false, ['document_no_owner']],
    ['See [[name the tool]] and [[who]].', true, ['document_placeholders']],
    ['A [link](https://a.example) and [x].', true, []],
  ])('%j with an owner: %j is submitted unless %j', (content, hasOwner, expected) => {
    expect(codes(submitRefusals({ ...at('draft'), content }, hasOwner))).toEqual(expected)
  })

  it.each([
    ['somebody else', 'ben', 0, [], false],
    ['an author while another could', 'ann', 1, ['document_by_author'], true],
    ['the only one there is', 'ann', 0, [], true],
  ])('is approved by %s', (_who, approver, otherApprovers, expected, alone) => {
    const version = { ...at('in_review'), authors: ['ann', 'cy'] }
    expect(codes(approveRefusals({ version, approver, otherApprovers }))).toEqual(expected)
    expect(isApprovedAlone({ version, approver })).toBe(alone)
  })

  it('is not approved before it was given to review', () => {
    const version = { ...at('draft'), authors: [] }
    expect(codes(approveRefusals({ version, approver: 'ben', otherApprovers: 3 }))).toEqual(['document_version_state'])
  })

  it('is published once it takes effect', () => {
    const now = Date.UTC(2026, 2, 1, 9)
    expect(publishRefusals(at('approved'), Date.UTC(2026, 2, 1, 12), now)).toEqual([])
    expect(codes(publishRefusals(at('approved'), Date.UTC(2026, 3, 1, 12), now))).toEqual(['document_effective_later'])
    expect(codes(publishRefusals(at('in_review'), now, now))).toEqual(['document_version_state'])
  })

  it('is retired from where it holds, and keeps its document from being removed', () => {
    expect(retireRefusals(at('published'))).toEqual([])
    expect(codes(retireRefusals(at('superseded')))).toEqual(['document_version_state'])
    expect(removeDocumentRefusals(0)).toEqual([])
    expect(codes(removeDocumentRefusals(1))).toEqual(['document_was_approved'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice, day, list } from '../register/field.ts'
import { diffRows, type LedgerRow, type NameOf } from './diff-rows.ts'

const nameOf: NameOf = (entity, id) => (id === 'p1' ? 'Ann' : id === 'p2' ? 'Bob' : entity === 'user' ? 'Olga' : null)
const diff = (before: LedgerRow | null, after: LedgerRow | null) => diffRows(before, after, nameOf)

describe('a diff of rows', () => {
  it.each([
    ['a text', { title: 'Old' }, { title: 'New' }, ['Title', 'text', 'Old', 'New']],
    ['a text cleared', { note: 'Old' }, { note: '' }, ['Note', 'text', 'Old', '']],
    ['a number', { frequency_low: 0.1 }, { frequency_low: 2 }, ['Frequency from', 'number', 0.1, 2]],
    ['money', { loss_cap_minor: null }, { loss_cap_minor: 5000 }, ['Loss cap', 'money', null, 5000]],
    [
      'what is kept by ids',
      { answers: { [`${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`]: { choice: 'no', text: '' } } },
      { answers: { [`${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`]: { choice: 'yes', text: 'All.' } } },
      ['Answers', 'many', null, 1],
    ],
    ['a flag', { in_scope: true }, { in_scope: false }, ['In scope', 'flag', true, false]],
    ['an owner', { owner_id: 'p1' }, { owner_id: 'p2' }, ['Owner', 'reference', 'Ann', 'Bob']],
    ['an owner nobody knows', { owner_id: null }, { owner_id: 'p9' }, ['Owner', 'reference', null, 'unknown']],
    ['an account', { user_id: null }, { user_id: 'u' }, ['Signs in as', 'reference', null, 'Olga']],
    ['a list', { properties: ['C'] }, { properties: ['C', 'I'] }, ['Affected properties', 'list', ['C'], ['C', 'I']]],
    [
      'an instant',
      { due_at: '2026-01-01T00:00:00+00:00' },
      { due_at: '2026-02-01T01:00:00+01:00' },
      ['Due date', 'instant', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
    ],
  ])('%s', (_case, before, after, [label, kind, was, is]) => {
    expect(diff(before, after)).toEqual([{ field: Object.keys(after)[0], label, kind, before: was, after: is }])
  })

  it('names declared fields, and what can be chosen, as their form does', () => {
    const declared = {
      next_review_at: day('Next review'),
      grade: choice('Grade', { minor: 'Minor', major: 'Major' }, 'minor'),
      touches: list('What it touches', { words: { soa: 'Statement of Applicability', scope: 'Scope' } }),
    }
    const before = { grade: 'minor', touches: ['soa'], next_review_at: null }
    const after = { grade: 'major', touches: ['soa', 'scope', 'gone'], next_review_at: '2027-01-01T12:00:00Z' }
    expect(diffRows(before, after, nameOf, declared)).toEqual([
      { field: 'grade', label: 'Grade', kind: 'text', before: 'Minor', after: 'Major' },
      {
        field: 'next_review_at',
        label: 'Next review',
        kind: 'instant',
        before: null,
        after: '2027-01-01T12:00:00.000Z',
      },
      {
        field: 'touches',
        label: 'What it touches',
        kind: 'list',
        before: ['Statement of Applicability'],
        after: ['Statement of Applicability', 'Scope', 'gone'],
      },
    ])
  })

  it('leaves out bookkeeping, secrets and account ids that stand beside their names', () => {
    const before = { version: 1, updated_at: 'a', token_hash: 'x', decided_by: 'u1', decided_by_name: 'Ann' }
    const after = { version: 2, updated_at: 'b', token_hash: 'y', decided_by: 'u2', decided_by_name: 'Bob' }
    expect(diff(before, after).map(({ field }) => field)).toEqual(['decided_by_name'])
    expect(JSON.stringify(diff(null, after))).not.toContain('token_hash')
  })

  it('looks inside of documents and says where', () => {
    const before = { content: { levelThresholds: { high: 6, medium: 3 }, bands: [{ name: 'Rare' }] } }
    const after = { content: { levelThresholds: { high: 8, medium: 3 }, bands: [{ name: 'Rare' }, { name: 'Often' }] } }
    expect(diff(before, after)).toEqual([
      {
        field: 'content.levelThresholds.high',
        label: 'Content › Level thresholds › High',
        kind: 'number',
        before: 6,
        after: 8,
      },
      {
        field: 'content.bands.1.name',
        label: 'Content › Bands › 2 › Name',
        kind: 'text',
        before: null,
        after: 'Often',
      },
    ])
  })

  it('reads a reason by its sentence, not by its code', () => {
    const message = 'The loss grew.'
    expect(diff({ end_reasons: [] }, { end_reasons: [{ code: 'loss_grew', message }] })).toEqual([
      { field: 'end_reasons.0', label: 'End reasons › 1', kind: 'text', before: null, after: message },
    ])
  })

  it('counts what nobody would read', () => {
    const content = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, index]))
    expect(diff({ content: {} }, { content })).toEqual([
      { field: 'content', label: 'Content', kind: 'many', before: null, after: 100 },
    ])
  })

  it('shows what a creation filled and what a deletion lost', () => {
    const row = { title: 'A', note: '', owner_id: null, properties: [], in_scope: true }
    expect(diff(null, row).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['title', null, 'A'],
      ['in_scope', null, true],
    ])
    expect(diff(row, null).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['title', 'A', null],
      ['in_scope', true, null],
    ])
  })

  it('is empty between equal rows, whatever is in them, and mirrors when turned around', () => {
    const rows = fc.dictionary(fc.constantFrom('title', 'content', 'scopes', 'note', 'cost_minor'), fc.jsonValue())
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(diff(one, structuredClone(one))).toEqual([])
        const there = diff(one, other)
        const back = diff(other, one)
        expect(back.map(({ field }) => field).sort()).toEqual(there.map(({ field }) => field).sort())
      }),
    )
  })
})

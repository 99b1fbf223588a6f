import { expect, test } from 'vitest'
import { annexAControls } from './annex-a.ts'
import { evidenceKinds, natureOfEvidenceKind } from './evidence-kind.ts'

test.each([
  ['policy', 'design'],
  ['procedure', 'design'],
  ['plan', 'design'],
  ['contract', 'operation'],
  ['register', 'operation'],
  ['record', 'operation'],
  ['report', 'operation'],
  ['configuration', 'operation'],
  ['export', 'operation'],
  ['log', 'operation'],
  ['observation', 'operation'],
] as const)('a %s shows %s', (kind, nature) => {
  expect(natureOfEvidenceKind(kind)).toBe(nature)
})

test('every kind is used by the catalogue, and no other', () => {
  const used = new Set(annexAControls.flatMap((control) => control.evidence.map((piece) => piece.kind)))
  expect([...used].sort()).toEqual([...evidenceKinds].sort())
})

test('no Annex A control can be proven by design documents alone', () => {
  for (const { id, evidence } of annexAControls) {
    expect(
      evidence.some((piece) => natureOfEvidenceKind(piece.kind) === 'operation'),
      id,
    ).toBe(true)
  }
})

test('a template is never filed as a contract', () => {
  const contracts = annexAControls.flatMap((control) => control.evidence).filter((piece) => piece.kind === 'contract')
  expect(contracts.length).toBeGreaterThan(0)
  for (const { title } of contracts) expect(title).not.toMatch(/template/i)
})

import { expect, test } from 'vitest'
import { annexAControls } from './annex-a.ts'
import { clauseItems } from './clauses.ts'
import { catalogueDocuments, findCatalogueDocument, listDocumentsServing } from './documents.ts'

test('47 documents and records: 18 mandatory, 17 if a control is necessary, 12 recommended', () => {
  const count = (basis: string) => catalogueDocuments.filter((document) => document.basis === basis).length
  expect(new Set(catalogueDocuments.map((document) => document.id)).size).toBe(47)
  expect([count('clause'), count('annex-a-if-necessary'), count('recommended')]).toEqual([18, 17, 12])
})

test('every one has a known kind, an approver, contents and a review rhythm', () => {
  for (const document of catalogueDocuments) {
    expect(['document', 'record', 'register'], document.id).toContain(document.kind)
    expect(document.approver, document.id).not.toBe('')
    expect(document.typicalContents.length, document.id).toBeGreaterThan(0)
    expect(Number.isInteger(document.reviewDays) && document.reviewDays > 0, document.id).toBe(true)
  }
})

test('every reference names a clause, a clause item or an Annex A control', () => {
  const known = new Set([
    ...annexAControls.map((control) => control.id),
    ...clauseItems.flatMap((item) => [item.id, item.clause]),
  ])
  for (const { id, refs } of catalogueDocuments) {
    expect(refs.length, id).toBeGreaterThan(0)
    for (const ref of refs) expect(known.has(ref), `${id} ${ref}`).toBe(true)
  }
})

test('every clause item that asks for documented information is served by a document', () => {
  const refs = catalogueDocuments.flatMap((document) => document.refs)
  for (const { id, clause } of clauseItems.filter((item) => item.documentedInformation)) {
    const isServed = refs.some(
      (ref) => ref === id || ref === clause || id.startsWith(`${ref}.`) || ref.startsWith(`${clause}.`),
    )
    expect(isServed, id).toBe(true)
  }
})

test('documents are found by id and by what they serve', () => {
  expect(findCatalogueDocument('soa')?.title).toBe('Statement of Applicability')
  expect(findCatalogueDocument('nothing')).toBeUndefined()
  expect(listDocumentsServing('A.8.13').map((document) => document.id)).toEqual(['backup-policy'])
})

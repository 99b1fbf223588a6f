import { describe, expect, it } from 'vitest'
import { catalogueDocuments, findCatalogueDocument } from '../catalogue/documents.ts'
import { type CoveringDocument, coverageOf } from './document-coverage.ts'
import { documentItems } from './document-items.ts'
import { fillTemplate } from './document-template.ts'

const item = (id: string) => {
  const found = findCatalogueDocument(id)
  if (found === undefined) throw new Error(id)
  return found
}
const document = (fields: Partial<CoveringDocument>): CoveringDocument => ({
  number: 4,
  title: 'Policy',
  item: 'is-policy',
  standing: 'published',
  publishedVersion: 2,
  ...fields,
})
const none = new Set<string>()

describe('the coverage of a document the standard asks for', () => {
  it.each([
    ['published', [document({})], null, 'fresh', 'D-4 is published as version 2.'],
    ['overdue', [document({ standing: 'overdue' })], null, 'overdue', 'its review is overdue'],
    ['a draft only', [document({ standing: 'draft', publishedVersion: null })], null, 'in_work', 'in work'],
    ['retired', [document({ standing: 'retired' })], null, 'missing', 'no document'],
    ['another one', [document({ item: 'scope' })], null, 'missing', 'no document'],
    ['records instead', [], { count: 3, words: '3 records' }, 'fresh', 'Kept here: 3 records.'],
    ['no records yet', [], { count: 0, words: '0 records' }, 'missing', 'neither'],
  ] as const)('where it is %s', (_how, documents, kept, state, because) => {
    const covered = coverageOf(item('is-policy'), documents, kept, none)
    expect(covered.state).toBe(state)
    expect(covered.because).toContain(because)
  })

  it('is not asked for where every control that would need it is excluded', () => {
    expect(coverageOf(item('test-criteria'), [], null, new Set(['A.8.29'])).state).toBe('not_needed')
    expect(coverageOf(item('incident-plan'), [], null, new Set(['A.5.24'])).state).toBe('missing')
    expect(coverageOf(item('backup-policy'), [], null, new Set(['A.8.13'])).state).toBe('missing')
  })
})

describe('the list of what an ISMS has', () => {
  it('has the words of the catalogue', () => {
    const { other: _other, ...words } = documentItems
    expect(words).toEqual(Object.fromEntries(catalogueDocuments.map(({ id, title }) => [id, title])))
  })
})

describe('a filled template', () => {
  it('names the organisation, and leaves open what nobody knows', () => {
    const text = '\n{{organization}} keeps {{scope}}, says {{owner}}. {{unknown}}\n'
    expect(fillTemplate({ text }, { organization: 'Acme', scope: 'everything', owner: 'Ann' })).toBe(
      'Acme keeps everything, says Ann. {{unknown}}',
    )
    expect(fillTemplate({ text }, { organization: 'Acme', scope: ' ', owner: '' })).toContain('[[Name the owner]]')
  })
})

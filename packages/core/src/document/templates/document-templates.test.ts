import { describe, expect, it } from 'vitest'
import { findAnnexAControl } from '../../catalogue/annex-a.ts'
import { clauseItems } from '../../catalogue/clauses.ts'
import { catalogueDocuments } from '../../catalogue/documents.ts'
import { fillTemplate } from '../document-template.ts'
import { documentTemplates } from './document-templates.ts'

const clauses = new Set(clauseItems.flatMap(({ id, clause }) => [id, clause]))
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length

describe('the templates of documents', () => {
  it('are each there once, and one at most for each place in the list', () => {
    const ids = documentTemplates.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const items = documentTemplates.flatMap(({ item }) => (item === 'other' ? [] : [item]))
    expect(new Set(items).size).toBe(items.length)
  })

  it('cover every document that a clause asks for and that is written by people', () => {
    const items = new Set<string>(documentTemplates.map(({ item }) => item))
    const derived = ['soa', 'rtp']
    const wanted = catalogueDocuments.filter(
      ({ id, basis, kind }) => basis === 'clause' && kind === 'document' && !derived.includes(id),
    )
    expect(wanted.filter(({ id }) => !items.has(id)).map(({ id }) => id)).toEqual([])
  })

  it.each(documentTemplates.map((template) => [template.id, template] as const))(
    '%s is a text one can use: of some length, with an owner, with known references, without HTML',
    (_id, template) => {
      const text = fillTemplate(template, { organization: 'Acme', scope: 'All work.', owner: 'Ann' })
      expect(wordsIn(text)).toBeGreaterThanOrEqual(300)
      expect(wordsIn(text)).toBeLessThanOrEqual(700)
      expect(text).toContain('Acme')
      expect(text).toContain('Ann')
      expect(text).not.toMatch(/\{\{|\}\}|<[a-z]/i)
      expect(template.clauses.filter((clause) => !clauses.has(clause))).toEqual([])
      expect(template.controls.filter((control) => findAnnexAControl(control) === undefined)).toEqual([])
    },
  )
})

import { expect, test } from 'vitest'
import { clauseItems, findClauseItem, getClauseItem } from './clauses.ts'

test('88 items with unique ids cover 30 clauses in chapters 4 to 10', () => {
  expect(clauseItems).toHaveLength(88)
  expect(new Set(clauseItems.map((item) => item.id)).size).toBe(88)
  expect(new Set(clauseItems.map((item) => item.clause)).size).toBe(30)
  expect([...new Set(clauseItems.map((item) => item.chapter))]).toEqual([4, 5, 6, 7, 8, 9, 10])
})

test('every item sits under its clause and chapter and says what is asked, how to ask and what shows it', () => {
  for (const item of clauseItems) {
    expect(item.id === item.clause || item.id.startsWith(`${item.clause}.`), item.id).toBe(true)
    expect(item.clause.split('.')[0], item.id).toBe(String(item.chapter))
    for (const text of [item.title, item.clauseTitle, item.chapterTitle, item.summary, item.auditQuestion]) {
      expect(text, item.id).not.toBe('')
    }
    expect(item.typicalEvidence.length, item.id).toBeGreaterThan(0)
  }
})

test('40 items ask for documented information', () => {
  expect(clauseItems.filter((item) => item.documentedInformation)).toHaveLength(40)
})

test('Amendment 1:2024 is an item of its own', () => {
  expect(getClauseItem('4.1.amd1').title).toMatch(/climate/i)
})

test('getting an unknown item names it', () => {
  expect(findClauseItem('11.1')).toBeUndefined()
  expect(() => getClauseItem('11.1')).toThrow('no clause item "11.1"')
})

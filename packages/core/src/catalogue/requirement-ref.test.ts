import { expect, it } from 'vitest'
import { isClauseRef, takesIn } from './requirement-ref.ts'

it('knows clause items, clauses and chapters by their numbers', () => {
  for (const ref of ['9.2.2.a', '9.2.2', '9.2', '9', '4.1.amd1']) expect(isClauseRef(ref), ref).toBe(true)
  for (const ref of ['3', '11.1', '9.2.2.z', 'A.5.1', '']) expect(isClauseRef(ref), ref).toBe(false)
})

it('takes in what stands below, and nothing that only begins alike', () => {
  expect(takesIn('9.2', '9.2.2.a')).toBe(true)
  expect(takesIn('A.8', 'A.8.13')).toBe(true)
  expect(takesIn('A.8.1', 'A.8.13')).toBe(false)
  expect(takesIn('9.2.2.a', '9.2')).toBe(false)
})

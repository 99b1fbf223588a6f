import { expect, it } from 'vitest'
import { numberOfRequirement } from './requirement-number.ts'

it.each([
  ['8.1.criteria', '8.1'],
  ['6.1.3.f', '6.1.3.f'],
  ['4.1.amd1', '4.1 Amd 1'],
  ['9.2', '9.2'],
  ['A.8.13', 'A.8.13'],
])('%s is called %s', (ref, number) => {
  expect(numberOfRequirement(ref)).toBe(number)
})

import { expect, it } from 'vitest'
import { reportsOf } from './reports-of.ts'

const person = (id: string, managerId: string | null) => ({ id, managerId })

it('follows reports over all levels, and is not led in circles', () => {
  const people = [
    person('chief', null),
    person('head', 'chief'),
    person('lead', 'head'),
    person('engineer', 'lead'),
    person('other', 'chief'),
    person('round', 'about'),
    person('about', 'round'),
  ]
  expect(reportsOf(people, 'head')).toEqual(['lead', 'engineer'])
  expect([...reportsOf(people, 'chief')].sort()).toEqual(['engineer', 'head', 'lead', 'other'])
  expect(reportsOf(people, 'engineer')).toEqual([])
  expect(reportsOf(people, 'round')).toEqual(['about'])
})

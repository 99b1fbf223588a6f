import { expect, it } from 'vitest'
import { auditDays, canAdjust } from './audit-days.ts'

it.each([
  [1, 5],
  [10, 5],
  [11, 6],
  [15, 6],
  [16, 7],
  [25, 7],
  [26, 8.5],
  [45, 8.5],
  [46, 10],
  [65, 10],
  [66, 11],
  [85, 11],
  [86, 12],
  [125, 12],
  [126, 13],
  [175, 13],
])('%i persons take %d days by the public table', (persons, gross) => {
  expect(auditDays(persons, 0)).toMatchObject({ gross, net: gross })
})

it('says nothing of more persons than the public table knows', () => {
  expect(auditDays(176, 0)).toBeNull()
  expect(auditDays(0, 0)).toBeNull()
})

it('takes a third for a surveillance and two thirds for a recertification, in half days', () => {
  expect(auditDays(50, -20)).toEqual({ gross: 10, net: 8, surveillance: 2.5, recertification: 5.5 })
})

it('is adjusted by at most thirty percent, for a reason', () => {
  expect(canAdjust(0, '')).toEqual([])
  expect(canAdjust(-30, 'One site, one product.')).toEqual([])
  expect(canAdjust(-20, '')[0]?.code).toBe('no_reason')
  expect(canAdjust(31, 'Much')[0]?.code).toBe('too_much')
})

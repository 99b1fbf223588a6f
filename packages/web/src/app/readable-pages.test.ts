import { unlimited } from '@sinew/core/access/access-limits.ts'
import { expect, test } from 'vitest'
import { readablePages } from './readable-pages.ts'

const titles = (...args: Parameters<typeof readablePages>) =>
  readablePages(...args).flatMap(({ items }) => items.map(({ title }) => title))

test('the menu of an auditor who is limited to areas holds those, and what is their own', () => {
  expect(titles({ ...unlimited, role: 'auditor', areas: ['control', 'audit'] })).toEqual([
    'Controls',
    'Calibration',
    'To read',
    'Audits and certification',
    'Settings',
  ])
})

test('the menu of everybody else holds every page, the ledger only for whom it is for', () => {
  const all = titles({ ...unlimited, role: 'owner' })
  expect(all).toEqual(expect.arrayContaining(['Pulse', 'Risks', 'Incidents', 'Ledger']))
  expect(titles({ ...unlimited, role: 'auditor' })).toEqual(all)
  expect(titles({ ...unlimited, role: 'reader' })).toEqual(all.filter((title) => title !== 'Ledger'))
})

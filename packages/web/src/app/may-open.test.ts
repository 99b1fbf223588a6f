import { expect, test } from 'vitest'
import { mayOpen } from './may-open.ts'
import { paths } from './paths.ts'

const auditor = { role: 'auditor', areas: ['control', 'audit'] } as const

test.each([
  [paths.control, { controlRef: 'A.5.1' }, true],
  [paths.risk, { number: 3 }, false],
  [paths.risks, {}, false],
  [paths.registered, { register: 'audits', number: 2 }, true],
  [paths.register, { register: 'suppliers' }, false],
  [paths.person, { number: 1 }, false],
  [paths.movements, {}, false],
  [paths.heatMap, {}, false],
  [paths.pulse, {}, false],
  [paths.settings, {}, true],
  [paths.tokens, {}, true],
  [paths.account, {}, true],
])('an auditor of controls and audits opens %s %o: %s', (to, params, expected) => {
  expect(mayOpen(auditor, to, params)).toBe(expected)
})

test('whoever is not limited opens every page', () => {
  const reader = { role: 'reader', areas: [] } as const
  expect(
    Object.values(paths).filter((to) => to !== paths.ledger && to !== paths.deleted && !mayOpen(reader, to)),
  ).toEqual([])
})

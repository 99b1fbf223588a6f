import { expect, test } from 'vitest'
import { roleChangeRefusals } from './role-change-rules.ts'

const held = { holderId: 'ann', appointedAt: '2026-01-01T00:00:00Z' }
const planned = { status: 'approved', touches: ['roles'], decidedAt: new Date('2026-03-01') }

test.each([
  ['the first holder', { ...held, holderId: null }, 'bob', [], 0],
  ['a new role', null, 'bob', [], 0],
  ['the same holder', held, 'ann', [], 0],
  ['another holder, unplanned', held, 'bob', [], 1],
  ['nobody, unplanned', held, null, [], 1],
  ['another holder, planned', held, 'bob', [planned], 0],
  ['a change that is only proposed', held, 'bob', [{ ...planned, status: 'proposed' }], 1],
  ['a change of something else', held, 'bob', [{ ...planned, touches: ['scope'] }], 1],
  ['a change from before the holder came', held, 'bob', [{ ...planned, decidedAt: new Date('2025-12-01') }], 1],
] as const)('%s', (_case, before, holder, linked, refusals) => {
  expect(roleChangeRefusals(before, holder, linked)).toHaveLength(refusals)
})

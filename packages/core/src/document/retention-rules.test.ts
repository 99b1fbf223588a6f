import { expect, test } from 'vitest'
import { retentionRefusals } from './retention-rules.ts'

test.each([
  [{ keepYears: 3, begins: 'superseded', basis: '' }, []],
  [{ keepYears: 2.9, begins: 'superseded', basis: ' ' }, ['shorter_than_a_cycle']],
  [{ keepYears: 3, begins: 'created', basis: '' }, ['shorter_than_a_cycle']],
  [{ keepYears: 6, begins: 'created', basis: '' }, []],
  [{ keepYears: 0.5, begins: 'ended', basis: 'Applications are deleted after six months by law' }, []],
] as const)(
  'records are kept for a certification cycle and the current one, or less for a reason: %o',
  (rule, codes) => {
    expect(retentionRefusals(rule).map(({ code }) => code)).toEqual(codes)
  },
)

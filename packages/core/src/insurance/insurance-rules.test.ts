import { describe, expect, test } from 'vitest'
import { day } from '../test/sample-chain.ts'
import { policyRefusals } from './insurance-rules.ts'

type Policy = Parameters<typeof policyRefusals>[0]
const aPolicy = (fields: Partial<Policy> = {}): Policy => ({
  per: 'event',
  riskIds: null,
  validFrom: day(0),
  validUntil: day(365),
  ...fields,
})
const other = { ...aPolicy({ riskIds: ['a', 'b'] }), number: 4 }

describe('a policy', () => {
  test.each<[string, Partial<Policy>, readonly string[]]>([
    ['of another time is fine', { validFrom: day(365), validUntil: day(730) }, []],
    ['for other risks is fine', { riskIds: ['c'] }, []],
    ['per year beside one per event is fine', { per: 'year' }, []],
    ['for a risk that is insured already is refused', { riskIds: ['b', 'c'] }, ['policy_double']],
    ['for all risks, of which one is insured already, is refused', {}, ['policy_double']],
    ['that ends before it begins is refused', { validFrom: day(400), validUntil: day(400) }, ['policy_ends_first']],
    ['per year for some risks is refused', { per: 'year', riskIds: ['c'] }, ['policy_year_for_some']],
    ['that covers nothing is refused', { riskIds: [] }, ['policy_covers_nothing']],
  ])('%s', (_, fields, codes) => {
    expect(policyRefusals(aPolicy(fields), [other]).map(({ code }) => code)).toEqual(codes)
  })

  test('names the policy that it doubles', () => {
    expect(policyRefusals(aPolicy(), [other])[0]?.message).toContain('IP-4')
  })
})

import { describe, expect, test } from 'vitest'
import { type NeedDefinition, needChangeRefusals, needRefusals, needWeakenings } from './need-rules.ts'

const need: NeedDefinition = { title: 'Restore test', cadenceDays: 90, weight: 1, nature: 'operation' }

describe('a need', () => {
  test.each<[Partial<NeedDefinition>, readonly string[]]>([
    [{}, []],
    [{ title: ' ' }, ['need-untitled']],
    [{ cadenceDays: 0 }, ['need-cadence']],
    [{ cadenceDays: 731 }, ['need-cadence']],
    [{ cadenceDays: Number.NaN }, ['need-cadence']],
    [{ weight: 0 }, []],
    [{ weight: -1 }, ['need-weight']],
    [{ weight: 101 }, ['need-weight']],
    [{ weight: Number.NaN }, ['need-weight']],
  ])('%j', (fields, codes) => {
    expect(needRefusals({ ...need, ...fields }).map((refusal) => refusal.code)).toEqual(codes)
  })
})

describe('a change of a need', () => {
  test.each<[string, Partial<NeedDefinition> | null, readonly string[]]>([
    ['nothing', {}, []],
    ['another title', { title: 'Restore exercise' }, []],
    ['more often', { cadenceDays: 30 }, []],
    ['less often', { cadenceDays: 365 }, ['every 90 → 365 days']],
    ['less weight', { weight: 0.5 }, ['weight 1 → 0.5']],
    ['more weight, which lowers all others', { weight: 2 }, ['weight 1 → 2']],
    ['design is enough', { nature: 'design' }, ['design is enough now']],
    ['removed', null, ['removed']],
    [
      'several',
      { cadenceDays: 91, weight: 2, nature: 'design' },
      ['every 90 → 91 days', 'weight 1 → 2', 'design is enough now'],
    ],
  ])('%s', (_what, fields, ways) => {
    const after = fields === null ? null : { ...need, ...fields }
    expect(needWeakenings(need, after)).toEqual(ways)
    const codes = needChangeRefusals(need, after, ' ').map((refusal) => refusal.code)
    expect(codes).toEqual(ways.length === 0 ? [] : ['need-weakened-without-reason'])
    expect(needChangeRefusals(need, after, 'The system is gone')).toEqual([])
  })

  test('from design to operation is stricter', () => {
    expect(needWeakenings({ ...need, nature: 'design' }, need)).toEqual([])
  })

  test('is judged as a need too', () => {
    const codes = needChangeRefusals(need, { ...need, cadenceDays: 1000 }, '').map((refusal) => refusal.code)
    expect(codes).toEqual(['need-cadence', 'need-weakened-without-reason'])
  })
})

import { describe, expect, it } from 'vitest'
import { controlDeletionRefusals, identityChangeRefusals } from './control-rules.ts'

const unused = { risks: 0, obligations: 0, actions: 0, evidence: 0, observations: 0 }

describe('removing a control', () => {
  it.each([
    ['annex_a', unused, ['annex-a-stays']],
    ['own', unused, []],
    ['own', { ...unused, risks: 1 }, ['control-in-use']],
    ['own', { ...unused, evidence: 2, actions: 1 }, ['control-in-use', 'control-in-use']],
  ] as const)('%s, used by %o: %o', (source, use, codes) => {
    expect(controlDeletionRefusals(source, use).map((refusal) => refusal.code)).toEqual(codes)
  })

  it('says what rests on it', () => {
    const messages = controlDeletionRefusals('own', { ...unused, risks: 1, evidence: 2 }).map((one) => one.message)
    expect(messages).toEqual(['1 risk is treated by it.', '2 pieces of evidence rest on it.'])
  })
})

describe('renaming a control', () => {
  it.each([
    ['annex_a', true, 1],
    ['annex_a', false, 0],
    ['own', true, 0],
  ] as const)('%s, identity changed %s: %i refusals', (source, changes, count) => {
    expect(identityChangeRefusals(source, changes)).toHaveLength(count)
  })
})

import { describe, expect, test } from 'vitest'
import { finished } from '../exact/in-steps.ts'
import { type SwingInput, swingsInSteps } from './swings.ts'

describe('swings', () => {
  const priced: string[] = []
  const input = (id: string, about: number, low: number, high: number): SwingInput<'rate'> => ({
    kind: 'rate',
    id,
    about,
    at: (end) => {
      priced.push(`${id} ${end}`)
      return end === 'low' ? low : high
    },
  })
  const inputs = [
    input('small', 1, 10, 11),
    input('none', 0, 10, 90),
    input('falls', 5, 30, 2),
    input('still', 4, 7, 7),
    input('rises', 3, 5, 9),
  ]

  test('are of what seems to move most, both ways, the largest first, without what moves nothing', () => {
    priced.length = 0
    expect(finished(swingsInSteps(inputs, 3))).toEqual([
      { kind: 'rate', id: 'falls', low: 30, high: 2 },
      { kind: 'rate', id: 'rises', low: 5, high: 9 },
    ])
    expect(priced).toEqual(['falls low', 'falls high', 'still low', 'still high', 'rises low', 'rises high'])
  })

  test('are priced one end at a time, with the share that is done', () => {
    expect([...swingsInSteps(inputs, 2)]).toEqual([0.25, 0.5, 0.75, 1])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample, suggestedSize } from './sample.ts'

const people = Array.from({ length: 40 }, (_, at) => `P-${at + 1}`)

describe('a random sample', () => {
  it('is the same for the same population, size and seed, and another for another seed', () => {
    expect(drawSample(people, 5, 'spring')).toEqual(drawSample([...people], 5, 'spring'))
    expect(drawSample(people, 5, 'spring')).not.toEqual(drawSample(people, 5, 'autumn'))
    expect(drawSample(people, 4, 'spring')).toEqual(['P-1', 'P-21', 'P-35', 'P-36'])
  })

  it('is without replacement, in the order of the population, and never larger than it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.nat(60), fc.string(), (population, size, seed) => {
        const sample = drawSample(population, size, seed)
        expect(sample).toHaveLength(Math.min(size, population.length))
        expect(population.filter((one) => sample.includes(one))).toEqual(sample)
      }),
    )
  })

  it('draws everybody equally often', () => {
    const counts = new Map(people.map((one) => [one, 0]))
    for (let seed = 0; seed < 4_000; seed += 1)
      for (const one of drawSample(people, 4, `seed ${seed}`)) counts.set(one, (counts.get(one) ?? 0) + 1)
    // 400 expected of each, with a standard deviation of 19.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(100)
  })

  it('changes by at most one where one joins', () => {
    const before = drawSample(people, 8, 'x')
    const after = drawSample([...people, 'P-41'], 8, 'x')
    expect(before.filter((one) => !after.includes(one)).length).toBeLessThanOrEqual(1)
  })

  it('has a usual size', () => {
    expect([0, 2, 9, 50, 400].map(suggestedSize)).toEqual([0, 2, 3, 8, 20])
  })
})

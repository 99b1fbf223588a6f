import { describe, expect, test } from 'vitest'
import { inside, spread } from './heat-map-layout.ts'

const at = (id: string, likelihood: number, consequence: number) => ({ id, place: { likelihood, consequence } })

describe('marks in a heat map', () => {
  test('stay where they are when alone', () => {
    const places = spread([at('a', 1.5, 1.5), at('b', 3.5, 3.5)], 0.2)
    expect(places.get('a')).toEqual({ likelihood: 1.5, consequence: 1.5 })
    expect(places.get('b')).toEqual({ likelihood: 3.5, consequence: 3.5 })
  })

  test('move apart when they would cover each other, each to its own place', () => {
    const marks = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => at(id, 2.5, 2.5))
    const places = [...spread(marks, 0.2).values()].map(
      ({ likelihood, consequence }) => `${likelihood.toFixed(3)} ${consequence.toFixed(3)}`,
    )
    expect(new Set(places).size).toBe(marks.length)
  })

  test('are held inside the matrix', () => {
    expect(inside({ likelihood: -1, consequence: 9 }, 5, 5)).toEqual({ likelihood: 0.14, consequence: 4.86 })
  })
})

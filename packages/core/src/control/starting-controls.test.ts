import { describe, expect, it } from 'vitest'
import { annexASortKey, ownControlRef } from './control-sort-key.ts'
import { startingControls } from './starting-controls.ts'

describe('the controls a new organisation starts with', () => {
  const controls = startingControls()

  it('are the 93, in order, each with something that would prove its operation or design', () => {
    expect(controls).toHaveLength(93)
    const keys = controls.map((control) => control.sortKey)
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    expect(new Set(keys).size).toBe(93)
    expect(controls.filter((control) => control.needs.length === 0)).toEqual([])
  })

  it('weigh a policy half and a test in full', () => {
    const backup = controls.find((control) => control.ref === 'A.8.13')
    expect(backup?.needs).toEqual([
      { title: 'Backup policy with scope, frequency and retention', cadenceDays: 365, weight: 0.5, nature: 'design' },
      { title: 'Backup job reports with failures handled', cadenceDays: 30, weight: 1, nature: 'operation' },
      { title: 'Restore test with result and time', cadenceDays: 180, weight: 1, nature: 'operation' },
    ])
  })
})

describe('where a control stands in a list', () => {
  it('counts as people do', () => {
    expect(annexASortKey('A.5.9')).toBeLessThan(annexASortKey('A.5.10'))
    expect(annexASortKey('A.5.37')).toBeLessThan(annexASortKey('A.6.1'))
    expect(annexASortKey('A.8.34')).toBeLessThan(ownControlRef(1).sortKey)
    expect(ownControlRef(12)).toMatchObject({ ref: 'C-12' })
    expect(() => annexASortKey('8.13')).toThrow(RangeError)
  })
})

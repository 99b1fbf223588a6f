import { describe, expect, it } from 'vitest'
import { annexAControls } from './annex-a.ts'
import { suggestLink } from './suggested-link.ts'
import { threats } from './threats.ts'

describe('the suggested link', () => {
  it.each([
    ['A.8.7', 'preventive', 'frequency', { low: 0.1, high: 0.4 }],
    ['A.8.13', 'corrective', 'loss', { low: 0.1, high: 0.4 }],
    ['A.5.26', 'corrective', 'loss', { low: 0.05, high: 0.2 }],
    ['A.5.15', 'preventive', 'frequency', { low: 0.05, high: 0.2 }],
  ] as const)('%s, %s', (ref, kind, effect, reduction) => {
    const link = suggestLink(ref)
    expect(link).toMatchObject({ effect, reduction })
    expect(link.note).toContain('Default of the catalogue')
    expect(link.note).toContain(kind)
  })

  it('exists for every control, and so for every control a threat names', () => {
    for (const { id } of annexAControls) expect(suggestLink(id).reduction.high).toBeLessThan(0.5)
    for (const ref of threats.flatMap((threat) => threat.mitigatingControls)) expect(suggestLink(ref).note).not.toBe('')
  })

  it('refuses what Annex A does not have', () => {
    expect(() => suggestLink('A.9.1')).toThrow(RangeError)
  })
})

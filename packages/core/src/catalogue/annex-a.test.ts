import { describe, expect, test } from 'vitest'
import { annexAControls, findAnnexAControl, getAnnexAControl } from './annex-a.ts'
import { evidenceKinds } from './evidence-kind.ts'

const vocabularies = {
  controlType: ['Preventive', 'Detective', 'Corrective'],
  properties: ['Confidentiality', 'Integrity', 'Availability'],
  cyberConcepts: ['Identify', 'Protect', 'Detect', 'Respond', 'Recover'],
  domains: ['Governance_and_Ecosystem', 'Protection', 'Defence', 'Resilience'],
} as const

const sentenceEnds = (text: string) => text.match(/[.!?](?=\s|$)/g)?.length ?? 0

describe('Annex A', () => {
  test('has 37 organizational, 8 people, 14 physical and 34 technological controls, in order', () => {
    const numbered = (chapter: number, count: number) =>
      Array.from({ length: count }, (_, i) => `A.${chapter}.${i + 1}`)
    const expected = [...numbered(5, 37), ...numbered(6, 8), ...numbered(7, 14), ...numbered(8, 34)]
    expect(annexAControls.map((control) => control.id)).toEqual(expected)
    expect(annexAControls).toHaveLength(93)
  })

  test('files every control under the theme of its chapter', () => {
    const themeOfChapter = { 5: 'organizational', 6: 'people', 7: 'physical', 8: 'technological' } as Record<
      string,
      string
    >
    for (const { id, theme } of annexAControls) expect(theme, id).toBe(themeOfChapter[id.split('.')[1] ?? ''])
  })

  test('uses only the attribute values of ISO/IEC 27002:2022, each once and at least one', () => {
    for (const { id, attributes } of annexAControls) {
      for (const [attribute, allowed] of Object.entries(vocabularies)) {
        const values: readonly string[] = attributes[attribute as keyof typeof vocabularies]
        expect(values.length, `${id} ${attribute}`).toBeGreaterThan(0)
        expect(new Set(values).size, `${id} ${attribute}`).toBe(values.length)
        expect(allowed, `${id} ${attribute}`).toEqual(expect.arrayContaining([...values]))
      }
      expect(attributes.capabilities.length, id).toBeGreaterThan(0)
    }
    expect(new Set(annexAControls.flatMap((control) => control.attributes.capabilities)).size).toBe(15)
  })

  test('gives two to four pieces of evidence with kind, trigger and a cadence of a day to two years', () => {
    for (const { id, evidence } of annexAControls) {
      expect(evidence.length, id).toBeGreaterThanOrEqual(2)
      expect(evidence.length, id).toBeLessThanOrEqual(4)
      for (const { title, cadenceDays, kind, trigger } of evidence) {
        expect(title, id).not.toBe('')
        expect(Number.isInteger(cadenceDays) && cadenceDays >= 1 && cadenceDays <= 730, `${id} ${title}`).toBe(true)
        expect(evidenceKinds, `${id} ${title}`).toContain(kind)
        expect(['calendar', 'event'], `${id} ${title}`).toContain(trigger)
      }
      expect(new Set(evidence.map((piece) => piece.title)).size, id).toBe(evidence.length)
    }
  })

  test('says the purpose in one sentence and the guidance in at most four', () => {
    for (const { id, purpose, guidance } of annexAControls) {
      expect(purpose.endsWith('.') && sentenceEnds(purpose) === 1, id).toBe(true)
      expect(sentenceEnds(guidance), id).toBeGreaterThanOrEqual(1)
      expect(sentenceEnds(guidance), id).toBeLessThanOrEqual(4)
    }
  })

  test('covers the 114 controls of 2013 and marks the 11 new ones', () => {
    expect(new Set(annexAControls.flatMap((control) => control.oldIds2013)).size).toBe(114)
    for (const { id, oldIds2013, newIn2022 } of annexAControls) expect(newIn2022, id).toBe(oldIds2013.length === 0)
    expect(annexAControls.filter((control) => control.newIn2022)).toHaveLength(11)
  })

  test('finds a control by id, and getting an unknown one names it', () => {
    expect(getAnnexAControl('A.8.13').title).toBe('Information backup')
    expect(findAnnexAControl('A.8.35')).toBeUndefined()
    expect(findAnnexAControl('constructor')).toBeUndefined()
    expect(() => getAnnexAControl('A.8.35')).toThrow('no control "A.8.35"')
  })
})

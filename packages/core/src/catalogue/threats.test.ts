import { expect, test } from 'vitest'
import { annexAControls } from './annex-a.ts'
import { attackTechniques, findAttackTechnique } from './attack-techniques.ts'
import { sectorIds } from './sectors.ts'
import { findThreat, getThreat, relevanceLabels, threats } from './threats.ts'

const annexAIds = new Set(annexAControls.map((control) => control.id))

test('91 scenarios with unique ids, each rated by an expert for all twelve sectors', () => {
  expect(new Set(threats.map((threat) => threat.id)).size).toBe(91)
  expect(sectorIds).toHaveLength(12)
  for (const { id, expertRelevance } of threats) {
    expect(Object.keys(expertRelevance).sort(), id).toEqual([...sectorIds].sort())
    for (const relevance of Object.values(expertRelevance))
      expect(Object.keys(relevanceLabels), id).toContain(String(relevance))
  }
})

test('every scenario says what happens, to which properties, by whom and why the sectors differ', () => {
  for (const threat of threats) {
    expect(threat.id).toMatch(/^T-[a-z0-9-]+$/)
    for (const text of [threat.title, threat.description, threat.category, threat.sectorRationale])
      expect(text, threat.id).not.toBe('')
    expect(threat.threatActors.length, threat.id).toBeGreaterThan(0)
    expect(threat.affectedProperties.length, threat.id).toBeGreaterThan(0)
    expect(['confidentiality', 'integrity', 'availability'], threat.id).toEqual(
      expect.arrayContaining([...threat.affectedProperties]),
    )
  }
})

test('every scenario has mitigating controls of Annex A, and every Annex A control mitigates one', () => {
  for (const { id, mitigatingControls } of threats) {
    expect(mitigatingControls.length, id).toBeGreaterThan(0)
    expect(new Set(mitigatingControls).size, id).toBe(mitigatingControls.length)
    for (const controlId of mitigatingControls) expect(annexAIds.has(controlId), `${id} ${controlId}`).toBe(true)
  }
  expect(new Set(threats.flatMap((threat) => threat.mitigatingControls))).toEqual(annexAIds)
})

test('scenarios and the 82 techniques refer to each other', () => {
  expect(new Set(attackTechniques.map((technique) => technique.id)).size).toBe(82)
  for (const { id, attackTechniques: used } of threats) {
    for (const techniqueId of used) expect(findAttackTechnique(techniqueId), `${id} ${techniqueId}`).toBeDefined()
  }
  const used = new Set(threats.flatMap((threat) => threat.attackTechniques))
  for (const { id } of attackTechniques) expect(used.has(id), id).toBe(true)
})

test('techniques have well-formed ids, a name and a known matrix', () => {
  for (const { id, name, matrix, formerId } of attackTechniques) {
    expect(id).toMatch(/^T\d{4}(\.\d{3})?$/)
    expect(name, id).not.toBe('')
    expect(['enterprise', 'ics'], id).toContain(matrix)
    if (formerId !== null) expect(formerId, id).toMatch(/^T\d{4}(\.\d{3})?$/)
  }
  expect(findAttackTechnique('T1685')?.formerId).toBe('T1562')
})

test('getting an unknown scenario names it', () => {
  expect(findThreat('T-nothing')).toBeUndefined()
  expect(() => getThreat('T-nothing')).toThrow('no threat scenario "T-nothing"')
})

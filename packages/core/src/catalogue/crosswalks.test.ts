import { describe, expect, test } from 'vitest'
import { annexAControls } from './annex-a.ts'
import { clauseItems } from './clauses.ts'
import {
  type CrosswalkFrameworkId,
  crosswalkFrameworks,
  getCrosswalkFramework,
  listCrosswalkTargets,
  listIsoIdsOfTarget,
} from './crosswalks.ts'

const annexAIds = new Set(annexAControls.map((control) => control.id))
const clauses = [...new Set(clauseItems.map((item) => item.clause))]

describe('crosswalks', () => {
  test.each([
    // Annex A controls and targets that each framework knows.
    ['nist-csf-2.0', 93, 106],
    ['cis-controls-v8.1', 67, 153],
    ['soc2-tsc-2017-rev2022', 93, 42],
    ['nis2-art21', 93, 10],
    ['nis2-ir-2024-2690', 68, 47],
    ['dora', 89, 20],
    ['gdpr', 89, 19],
  ] as const)('%s relates %d controls to %d targets', (id, controls, targets) => {
    const framework = getCrosswalkFramework(id)
    expect([framework.controls.length, framework.targets.length]).toEqual([controls, targets])
  })

  test('have seven frameworks, each with source and licence', () => {
    expect(crosswalkFrameworks).toHaveLength(7)
    for (const { id, source, licence } of crosswalkFrameworks) expect(source !== '' && licence !== '', id).toBe(true)
  })

  test('name each control once, known to Annex A, and each clause as the standard does', () => {
    for (const framework of crosswalkFrameworks) {
      const isoIds = framework.controls.map((entry) => entry.iso)
      expect(new Set(isoIds).size, framework.id).toBe(isoIds.length)
      for (const iso of isoIds) expect(annexAIds.has(iso), `${framework.id} ${iso}`).toBe(true)
      for (const { iso } of framework.clauses) {
        expect(
          clauses.some((clause) => clause === iso || clause.startsWith(`${iso}.`)),
          `${framework.id} ${iso}`,
        ).toBe(true)
      }
    }
  })

  test('use only targets the framework knows, at least one each, and every label labels a target', () => {
    for (const { id, targets, labels, controls, clauses: clauseEntries } of crosswalkFrameworks) {
      const known = new Set(targets)
      expect(known.size, id).toBe(targets.length)
      for (const entry of [...controls, ...clauseEntries]) {
        expect(entry.targets.length, `${id} ${entry.iso}`).toBeGreaterThan(0)
        expect(['nist', 'enisa', 'own'], `${id} ${entry.iso}`).toContain(entry.origin)
        for (const target of entry.targets) expect(known.has(target), `${id} ${entry.iso} ${target}`).toBe(true)
      }
      for (const target of Object.keys(labels)) expect(known.has(target), `${id} ${target}`).toBe(true)
    }
  })

  test('keep what NIST and ENISA published apart from own work', () => {
    const count = (id: CrosswalkFrameworkId, origin: string) =>
      getCrosswalkFramework(id).controls.filter((entry) => entry.origin === origin).length
    expect([count('nist-csf-2.0', 'nist'), count('nist-csf-2.0', 'own')]).toEqual([67, 26])
    expect([count('nis2-art21', 'enisa'), count('nis2-art21', 'own')]).toEqual([68, 25])
    expect(count('nis2-ir-2024-2690', 'enisa')).toBe(68)
  })

  test('read in both directions', () => {
    expect(listCrosswalkTargets('A.5.1')).toContainEqual({
      frameworkId: 'nis2-art21',
      target: '21(2)(a)',
      label: 'risk analysis and security policies',
      origin: 'enisa',
    })
    expect(listIsoIdsOfTarget('nis2-art21', '21(2)(f)')).toContain('9.2.1')
    for (const { frameworkId, target } of listCrosswalkTargets('A.8.13')) {
      expect(listIsoIdsOfTarget(frameworkId, target), `${frameworkId} ${target}`).toContain('A.8.13')
    }
    expect(listCrosswalkTargets('A.9.9')).toEqual([])
  })

  test('an unknown framework is named', () => {
    expect(() => getCrosswalkFramework('hipaa' as 'gdpr')).toThrow('"hipaa"')
  })
})

import data from './data/attack-techniques.json' with { type: 'json' }

/** A MITRE ATT&CK technique by id and name. */
export type AttackTechnique = {
  readonly id: string
  readonly name: string
  readonly matrix: 'enterprise' | 'ics'
  /** Id up to ATT&CK v18 where v19 gave it a new one. */
  readonly formerId: string | null
}

/** The cast holds because attack-techniques.test.ts checks the matrix names. */
export const attackTechniques = data.techniques as readonly AttackTechnique[]

const techniqueById = new Map(attackTechniques.map((technique) => [technique.id, technique]))

export function findAttackTechnique(id: string): AttackTechnique | undefined {
  return techniqueById.get(id)
}

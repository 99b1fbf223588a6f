import data from './data/annex-a-2022.json' with { type: 'json' }
import type { EvidenceKind } from './evidence-kind.ts'

export type AnnexATheme = 'organizational' | 'people' | 'physical' | 'technological'
export type ControlType = 'Preventive' | 'Detective' | 'Corrective'
export type SecurityProperty = 'Confidentiality' | 'Integrity' | 'Availability'
export type CyberConcept = 'Identify' | 'Protect' | 'Detect' | 'Respond' | 'Recover'
export type SecurityDomain = 'Governance_and_Ecosystem' | 'Protection' | 'Defence' | 'Resilience'

export type CatalogueEvidence = {
  readonly title: string
  /** How often the evidence has to be renewed; for `event` evidence, how long without any is worth a question. */
  readonly cadenceDays: number
  readonly kind: EvidenceKind
  readonly trigger: 'calendar' | 'event'
}

/** One of the 93 reference controls; `id` as people write it, `A.8.13`. */
export type AnnexAControl = {
  readonly id: string
  readonly title: string
  readonly theme: AnnexATheme
  readonly attributes: {
    readonly controlType: readonly ControlType[]
    readonly properties: readonly SecurityProperty[]
    readonly cyberConcepts: readonly CyberConcept[]
    readonly capabilities: readonly string[]
    readonly domains: readonly SecurityDomain[]
  }
  readonly purpose: string
  readonly guidance: string
  readonly evidence: readonly CatalogueEvidence[]
  /** Controls of ISO/IEC 27001:2013 that went into this one, `A.12.3.1`. */
  readonly oldIds2013: readonly string[]
  readonly newIn2022: boolean
}

/** All 93 in the order of Annex A. The cast holds because annex-a.test.ts checks every vocabulary. */
export const annexAControls = data.controls as readonly AnnexAControl[]

const controlById = new Map(annexAControls.map((control) => [control.id, control]))

export function findAnnexAControl(id: string): AnnexAControl | undefined {
  return controlById.get(id)
}

/** Throws a RangeError for an id that Annex A does not have. */
export function getAnnexAControl(id: string): AnnexAControl {
  const control = findAnnexAControl(id)
  if (!control) throw new RangeError(`Annex A of ISO/IEC 27001:2022 has no control "${id}"`)
  return control
}

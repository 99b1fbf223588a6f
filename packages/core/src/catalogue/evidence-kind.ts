import type { EvidenceNature } from '../chain/chain-snapshot.ts'

/**
 * What each kind of catalogue evidence shows. Policies, procedures and plans say what is meant to happen: design. All
 * else is a trace of what happened or of a system as it is: operation. A contract counts as operation because the
 * signed copy is the act itself; a contract template is filed as a procedure.
 */
const natureOfKind = {
  policy: 'design',
  procedure: 'design',
  plan: 'design',
  contract: 'operation',
  register: 'operation',
  record: 'operation',
  report: 'operation',
  configuration: 'operation',
  export: 'operation',
  log: 'operation',
  observation: 'operation',
} as const satisfies Record<string, EvidenceNature>

export type EvidenceKind = keyof typeof natureOfKind

export const evidenceKinds = Object.keys(natureOfKind) as readonly EvidenceKind[]

/** A need of nature `operation` is never met by a design document (ISO/IEC 27001:2022, 8.1 and 9.1). */
export function natureOfEvidenceKind(kind: EvidenceKind): EvidenceNature {
  return natureOfKind[kind]
}

import type { ControlInput, EvidenceNature, Implementation, ReasonKind } from '../chain/chain-snapshot.ts'
import { compareRefs } from '../control/compare-refs.ts'
import { evidenceRef } from '../explanation/people-ref.ts'
import type { DerivedSoa } from './derive-soa.ts'
import type { LineProof } from './proof-status.ts'
import type { SoaSnapshot } from './soa-snapshot.ts'

/** Exactly what a version of the Statement of Applicability pins; hashed as canonical JSON. Times are ISO instants. */
export type SoaContent = {
  readonly format: 'sinew-soa-1'
  readonly organizationId: string
  readonly organization: string
  /** The scope of the management system, in the organisation's words. */
  readonly scope: string
  /** Null in what is not a version. */
  readonly version: number | null
  /** The version approved before this one: so the versions form a chain that cannot be rewritten in the middle. */
  readonly previous: { readonly version: number; readonly hash: string } | null
  readonly asOf: string
  readonly methodologyVersion: number
  readonly lines: readonly SoaContentLine[]
}

export type SoaContentLine = {
  readonly controlId: string
  readonly ref: string
  readonly title: string
  readonly source: ControlInput['source']
  readonly applicable: boolean
  /** `ref` is the risk or obligation it is derived from; null for a written reason. */
  readonly reasons: readonly { readonly kind: ReasonKind; readonly text: string; readonly ref: string | null }[]
  readonly justification: string
  readonly implementation: Implementation
  readonly implementedShare: number
  readonly description: string
  readonly remarks: string
  readonly ownerName: string | null
  readonly plannedAt: string | null
  readonly proof: LineProof
  /** To three decimals, as shown. */
  readonly assurance: number
  readonly needs: readonly SoaContentNeed[]
  readonly evidence: readonly { readonly ref: string; readonly title: string; readonly collectedAt: string }[]
}

export type SoaContentNeed = {
  readonly id: string
  readonly title: string
  readonly cadenceDays: number
  readonly weight: number
  readonly nature: EvidenceNature
}

/** What the statement says of itself, and the remarks beside its lines by control: no number is derived from them. */
export type SoaHead = Pick<SoaContent, 'organization' | 'scope' | 'version' | 'previous'> & {
  readonly remarks: ReadonlyMap<string, string>
}

/** The content to pin, from the statement derived at one instant; lines as people list them, Annex A first. */
export function soaContent(snapshot: SoaSnapshot, derived: Pick<DerivedSoa, 'at' | 'soa'>, head: SoaHead): SoaContent {
  const controls = new Map(snapshot.controls.map((control) => [control.id, control]))
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]))
  const lines = derived.soa
    .map((line): SoaContentLine => {
      const control = controls.get(line.controlId)
      return {
        controlId: line.controlId,
        ref: line.ref,
        title: line.title,
        source: line.source,
        applicable: line.applicable,
        reasons: line.reasons.map(({ kind, text, source }) => ({ kind, text, ref: source?.ref ?? null })),
        justification: line.justification,
        implementation: line.implementation,
        implementedShare: line.claimedShare,
        description: line.description,
        remarks: head.remarks.get(line.controlId) ?? '',
        ownerName: line.ownerId === null ? null : (names.get(line.ownerId) ?? null),
        plannedAt: line.plannedAt === null ? null : new Date(line.plannedAt).toISOString(),
        proof: line.proof,
        assurance: Math.round(line.assurance * 1000) / 1000,
        needs: (control?.needs ?? []).map(({ id, title, cadenceDays, weight, nature }) => {
          return { id, title, cadenceDays, weight, nature }
        }),
        evidence: evidenceOf(control),
      }
    })
    .sort((a, b) => compareRefs(a.ref, b.ref))
  const { organizationId, methodology } = snapshot
  const asOf = new Date(derived.at).toISOString()
  const { organization, scope, version, previous } = head
  return {
    format: 'sinew-soa-1',
    organizationId,
    organization,
    scope,
    version,
    previous,
    asOf,
    methodologyVersion: methodology.version,
    lines,
  }
}

function evidenceOf(control: ControlInput | undefined): SoaContentLine['evidence'] {
  const pieces = (control?.needs ?? []).flatMap(({ newest }) => (newest?.state === 'active' ? [newest] : []))
  const byNumber = new Map(pieces.map((piece) => [piece.number, piece]))
  return [...byNumber.values()]
    .sort((a, b) => a.number - b.number)
    .map(({ number, title, collectedAt }) => {
      return { ref: evidenceRef(number), title, collectedAt: new Date(collectedAt).toISOString() }
    })
}

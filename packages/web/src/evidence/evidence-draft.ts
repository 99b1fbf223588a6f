import type { BodyOf } from '@sinew/contract/client.ts'
import type { createEvidence, Evidence } from '@sinew/contract/evidence/evidence-contract.ts'

type Body = BodyOf<typeof createEvidence>

export type EvidenceDraft = {
  readonly kind: Evidence['kind']
  readonly title: string
  readonly url: string
  readonly note: string
  readonly nature: Evidence['nature']
  readonly provenance: 'declared' | 'attested' | 'generated'
  readonly result: { readonly kind: Evidence['result']['kind']; readonly passed: number; readonly expected: number }
  readonly collectedAt: string | null
  readonly validUntil: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly needIds: readonly string[]
}

export const emptyDraft: EvidenceDraft = {
  kind: 'file',
  title: '',
  url: '',
  note: '',
  nature: 'operation',
  provenance: 'declared',
  result: { kind: 'pass', passed: 0, expected: 0 },
  collectedAt: null,
  validUntil: null,
  periodFrom: null,
  periodTo: null,
  needIds: [],
}

const today = () => new Date().toISOString().slice(0, 10)

/** What is sent for one piece. Collected today means now; a result carries figures only when it counts. */
export function bodyOf(draft: EvidenceDraft, extra: Pick<Body, 'title' | 'fileId' | 'supersedesId'>): Body {
  const { kind, url, note, nature, provenance, result, collectedAt, validUntil, periodFrom, periodTo, needIds } = draft
  return {
    ...extra,
    kind,
    url: kind === 'link' ? url.trim() : null,
    note,
    nature,
    provenance,
    result: result.kind === 'k_of_n' ? { ...result, kind: 'k_of_n' } : { kind: result.kind },
    ...(collectedAt === null || collectedAt.slice(0, 10) === today() ? {} : { collectedAt }),
    validUntil,
    periodFrom,
    periodTo,
    needIds: [...needIds],
  }
}

import type { EvidenceInput, EvidenceResult, NeedInput } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'

export type EvidenceDraft = Pick<EvidenceInput, 'title' | 'result' | 'collectedAt' | 'validUntil'> & {
  readonly periodFrom: number | null
  readonly periodTo: number | null
}

/** A refusal with the field it is about. */
export type EvidenceIssue = Refusal & { readonly field: string }

/** Why a piece of evidence cannot be kept as it is described. */
export function evidenceRefusals(draft: EvidenceDraft, now: number): readonly EvidenceIssue[] {
  const { collectedAt, validUntil, periodFrom, periodTo } = draft
  const issues: EvidenceIssue[] = []
  if (draft.title.trim() === '') {
    issues.push({ field: 'title', code: 'evidence-untitled', message: 'Say what it is.' })
  }
  if (!(collectedAt <= now)) {
    const message = 'It cannot have been collected in the future.'
    issues.push({ field: 'collectedAt', code: 'evidence-dated-ahead', message })
  }
  if (validUntil !== null && !(validUntil > collectedAt)) {
    const message = 'It ends before it was collected: give a later date, or none.'
    issues.push({ field: 'validUntil', code: 'evidence-ends-before-collection', message })
  }
  if (periodFrom !== null && periodTo !== null && !(periodFrom <= periodTo)) {
    issues.push({ field: 'periodTo', code: 'evidence-period', message: 'The period ends before it begins.' })
  }
  return [...issues, ...resultIssues(draft.result)]
}

function resultIssues(result: EvidenceResult): readonly EvidenceIssue[] {
  if (result.kind !== 'k_of_n') return []
  const { passed, expected } = result
  const areCounts = Number.isInteger(passed) && Number.isInteger(expected) && passed >= 0 && expected >= 1
  if (areCounts && passed <= expected) return []
  const message = 'Give whole numbers: how many of the expected population passed, and how many that is (at least one).'
  return [{ field: 'result', code: 'evidence-result', message }]
}

/** Why a piece cannot serve a need: it would count for nothing, and hide the piece before it. */
export function serveRefusals(
  evidence: Pick<EvidenceInput, 'nature' | 'provenance'>,
  need: Pick<NeedInput, 'nature' | 'title'>,
): readonly Refusal[] {
  if (evidence.provenance === 'generated') {
    return [{ code: 'evidence-generated', message: 'Generated text is a draft: it never counts as evidence.' }]
  }
  if (need.nature === 'design' || evidence.nature === 'operation') return []
  const message = `“${need.title}” asks for proof that something happens; a design document never shows that.`
  return [{ code: 'evidence-design-only', message }]
}

/** Why a review cannot be recorded: nobody reviews their own piece, and a rejection says why. */
export function reviewRefusals(review: {
  readonly reviewerId: string
  readonly submitterId: string
  readonly result: 'accepted' | 'rejected'
  readonly note: string
}): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (review.reviewerId === review.submitterId) {
    refusals.push({ code: 'evidence-own-review', message: 'Somebody else has to review what you submitted.' })
  }
  if (review.result === 'rejected' && review.note.trim() === '') {
    refusals.push({ code: 'evidence-rejected-without-reason', message: 'Say why it is rejected.' })
  }
  return refusals
}

/** Why a piece cannot be withdrawn: it leaves a hole, so it takes a reason. */
export function withdrawRefusals(state: EvidenceInput['state'], reason: string): readonly Refusal[] {
  if (state === 'withdrawn') return [{ code: 'evidence-already-withdrawn', message: 'It is withdrawn already.' }]
  if (reason.trim() !== '') return []
  return [{ code: 'evidence-withdrawn-without-reason', message: 'Say why it is withdrawn.' }]
}

import type { Refusal } from '../refusal.ts'
import type { SoaReason } from '../soa/soa-line.ts'

/** Phrases that say nothing an auditor could check. */
const emptyPhrases =
  /^(not (relevant|applicable|needed|required|used)|n\/?a|none|no need|does not apply|irrelevant|out of scope)\W*$/i
const shortestJustification = 20

/** A justification that states no fact: empty phrases, or too short to hold one. */
export function isThinJustification(text: string): boolean {
  const trimmed = text.trim()
  return emptyPhrases.test(trimmed) || trimmed.length < shortestJustification
}

/**
 * Why a control cannot be excluded from the Statement of Applicability: it needs a justification (ISO/IEC 27001 6.1.3 d), and
 * what an open treatment or an obligation needs is necessary by definition. `reasons` are those of its line.
 */
export function exclusionRefusals(justification: string, reasons: readonly SoaReason[]): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (justification.trim() === '') {
    refusals.push({ code: 'exclusion-without-justification', message: 'Say why the control is not necessary.' })
  }
  const risks = refsOf('risk', reasons)
  if (risks !== '') {
    const message = `The treatment of ${risks} needs it: unlink it there first.`
    refusals.push({ code: 'exclusion-needed-by-treatment', message })
  }
  const obligations = refsOf('obligation', reasons)
  if (obligations !== '') {
    const message = `${obligations} requires it: unlink it there first.`
    refusals.push({ code: 'exclusion-needed-by-obligation', message })
  }
  return refusals
}

function refsOf(entity: 'risk' | 'obligation', reasons: readonly SoaReason[]): string {
  return reasons.flatMap(({ source }) => (source?.entity === entity ? [source.ref] : [])).join(', ')
}

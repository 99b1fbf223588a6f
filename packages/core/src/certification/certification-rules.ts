import { type Refusal, refuse } from '../refusal.ts'

export type ExternalFindingFacts = {
  readonly ref: string
  readonly grade: string
  readonly planAcceptedAt: string | null
  readonly verifiedAt: string | null
}

/** Applied: who certifies what for how many persons. */
export function canApply(facts: {
  readonly body: string
  readonly accreditation: string
  readonly scopeText: string
  readonly persons: number | null
}): readonly Refusal[] {
  const missing = [
    ...(facts.body === '' ? ['the body'] : []),
    ...(facts.accreditation === '' ? ['its accreditation'] : []),
    ...(facts.scopeText === '' ? ['the scope'] : []),
    ...(facts.persons === null ? ['how many persons work in it'] : []),
  ]
  return demand(missing.length === 0, 'application_incomplete', `The application lacks ${missing.join(', ')}.`)
}

/** Stage 2 asks for a system that was audited inside and reviewed by its management before. */
export function canHoldStage2(facts: {
  readonly isStage1Passed: boolean
  readonly internalAudits: number
  readonly managementReviews: number
}): readonly Refusal[] {
  return [
    ...demand(facts.isStage1Passed, 'no_stage1', 'Stage 1 is not passed: it comes first.'),
    ...demand(
      facts.internalAudits > 0,
      'no_internal_audit',
      'No internal audit is reported: stage 2 asks for a completed one.',
    ),
    ...demand(
      facts.managementReviews > 0,
      'no_management_review',
      'No management review is signed off: stage 2 asks for a completed one.',
    ),
  ]
}

/** An audit of the body is passed when its majors are verified, and the plans of its minors accepted. */
export function canPass(conclusion: string, findings: readonly ExternalFindingFacts[]): readonly Refusal[] {
  const majors = findings.filter(({ grade, verifiedAt }) => grade === 'major' && verifiedAt === null)
  const minors = findings.filter(
    (one) => one.grade === 'minor' && one.planAcceptedAt === null && one.verifiedAt === null,
  )
  const refs = (all: readonly ExternalFindingFacts[]) => all.map(({ ref }) => ref).join(', ')
  return [
    ...demand(majors.length === 0, 'major_open', `The body has not verified these majors: ${refs(majors)}.`),
    ...demand(
      minors.length === 0,
      'minor_open',
      `The body has not accepted the plans of these minors: ${refs(minors)}.`,
    ),
    ...demand(conclusion !== '', 'no_conclusion', 'There is no conclusion: write what the body concluded.'),
  ]
}

/** Certified: the body decided, and the certificate says for what, under which statement, until when. */
export function canCertify(facts: {
  readonly decidedAt: string | null
  readonly certificateNumber: string
  readonly soaVersion: number | null
  readonly scopeText: string
  readonly isStage2Passed: boolean
}): readonly Refusal[] {
  const missing = [
    ...(facts.decidedAt === null ? ['the day of the decision'] : []),
    ...(facts.certificateNumber === '' ? ['its number'] : []),
    ...(facts.soaVersion === null ? ['the version of the statement of applicability'] : []),
    ...(facts.scopeText === '' ? ['the scope'] : []),
  ]
  return [
    ...demand(facts.isStage2Passed, 'no_stage2', 'Stage 2 is not passed: the body decides after it.'),
    ...demand(missing.length === 0, 'certificate_incomplete', `The certificate lacks ${missing.join(', ')}.`),
  ]
}

function demand(holds: boolean, code: string, message: string): readonly Refusal[] {
  return holds ? [] : refuse(code, message)
}

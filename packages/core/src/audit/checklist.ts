import { findAnnexAControl } from '../catalogue/annex-a.ts'
import { clauseItems } from '../catalogue/clauses.ts'
import { type CoverAudit, isInScope } from './coverage.ts'

export type Question = { readonly requirement: string; readonly title: string; readonly question: string }

export type ChecklistControl = { readonly ref: string; readonly title: string; readonly purpose: string }

/** A question for each clause item and each applicable control that the audit's scope takes in. */
export function checklistOf(
  scope: Pick<CoverAudit, 'clauses' | 'controls' | 'sites'>,
  controls: readonly ChecklistControl[],
): readonly Question[] {
  const ofClauses = clauseItems
    .filter(({ id }) => isInScope({ kind: 'clause', ref: id }, scope))
    .map(({ id, clauseTitle, title, auditQuestion, typicalEvidence }) => ({
      requirement: id,
      title: title === clauseTitle ? title : `${clauseTitle}: ${title}`,
      question: `${auditQuestion} Look for: ${typicalEvidence.join('; ')}.`,
    }))
  const ofControls = controls
    .filter(({ ref }) => isInScope({ kind: 'control', ref }, scope))
    .map(({ ref, title, purpose }) => {
      const evidence = findAnnexAControl(ref)?.evidence.map((one) => one.title) ?? []
      const lookFor = evidence.length === 0 ? '' : ` Look for: ${evidence.join('; ')}.`
      const aim = purpose === '' ? '' : ` It is there to: ${purpose}`
      return { requirement: ref, title, question: `How is it done here, and does it work?${aim}${lookFor}` }
    })
  return [...ofClauses, ...ofControls]
}

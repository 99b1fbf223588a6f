import { type Refusal, refuse } from '../refusal.ts'
import type { ScopeContent } from './scope-content.ts'

export type ScopeProposal = {
  readonly content: ScopeContent
  readonly nextReviewAt: string | null
  readonly now: Date
}

/** Why a draft of the scope cannot be proposed: what an auditor would ask for at once. */
export function scopeProposalRefusals({ content, nextReviewAt, now }: ScopeProposal): readonly Refusal[] {
  const { sites, units, services, boundaries } = content
  const places = [...sites, ...units, ...services]
  const silent = places.filter(({ inScope, reason }) => !inScope && reason === '').map(({ ref }) => ref)
  const refusals: Refusal[] = []
  if (!places.some(({ inScope }) => inScope))
    refusals.push(...refuse('scope_empty', 'Nothing is in scope: add the sites, units or services that it covers.'))
  if (silent.length > 0)
    refusals.push(...refuse('left_out_silently', `What is out of scope needs a reason: ${silent.join(', ')}.`))
  if (!boundaries.some(({ kind }) => kind !== 'exclusion'))
    refusals.push(...refuse('no_borders', 'Name at least one interface or dependency: a scope has borders.'))
  if (nextReviewAt === null || Date.parse(nextReviewAt) <= now.getTime())
    refusals.push(...refuse('no_review', 'Say when the scope is reviewed next; that day lies ahead.'))
  return refusals
}

/** A second pair of eyes wherever there is one. */
export function scopeApprovalRefusals(people: {
  readonly isAuthor: boolean
  readonly otherApprovers: number
}): readonly Refusal[] {
  if (!people.isAuthor || people.otherApprovers === 0) return []
  return refuse('scope_by_author', 'You proposed this version: somebody else who may approve has to look at it.')
}

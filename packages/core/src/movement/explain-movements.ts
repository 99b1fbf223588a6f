import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { type PortfolioPricer, portfolioPricer } from '../portfolio/portfolio-pricer.ts'
import { acceptanceRoots } from './acceptance-roots.ts'
import { type ChainWalk, settle, settleYear, startWalk } from './chain-walk.ts'
import { collectorRoots } from './collector-roots.ts'
import { controlRoots } from './control-roots.ts'
import { evidenceRoots } from './evidence-roots.ts'
import { inChainOrder } from './facts.ts'
import { insuranceRoots } from './insurance-roots.ts'
import type { ChangeCause, Effect, Movement } from './movement.ts'
import { needRoots } from './need-roots.ts'
import { methodologyRoots, personRoots, riskRoots } from './risk-roots.ts'
import { indexCauses, inWalkOrder, type Root } from './root.ts'
import { movementSentence } from './sentence.ts'
import { shareYear } from './share-year.ts'

export type ChainAt = { readonly snapshot: ChainSnapshot; readonly at: number }

/**
 * Every move of a derived number between two states of one organisation, each with its cause.
 *
 * Walks from `before` to `after` one root at a time (a piece of evidence that came or faded, a decision, a changed risk, …),
 * re-deriving what hangs on it, so that through the movements, in order, every quantity goes from the number that was to the
 * number that is without a gap. What did not move appears nowhere; the same two states give the same movements.
 * `causes` are the ledger's changes between the two; a change that none of them tells keeps its object as cause, without actor.
 */
export function explainMovements(
  before: ChainAt,
  after: ChainAt,
  causes: readonly ChangeCause[],
  pricer: PortfolioPricer = portfolioPricer(),
): readonly Movement[] {
  const roots = rootsBetween(before, after, causes)
  if (roots.length === 0) return []
  const walk = startWalk(withLabelsOf(before.snapshot, after.snapshot), before.at, pricer)
  const steps = stretchesOf(roots).flatMap((stretch) => takeStretch(walk, stretch))
  return withoutPassingReopenings(steps)
    .filter((step) => step.chain.length > 0)
    .map((step) => toMovement(step, after))
}

type Step = { readonly root: Root; readonly chain: readonly Effect[] }

function rootsBetween(before: ChainAt, after: ChainAt, changes: readonly ChangeCause[]): readonly Root[] {
  const causes = indexCauses(changes, after.at)
  return inWalkOrder([
    ...evidenceRoots(before, after, causes),
    ...collectorRoots(before, after, causes),
    ...needRoots(before, after, causes),
    ...controlRoots(before, after, causes),
    ...personRoots(before.snapshot, after.snapshot, causes),
    ...riskRoots(before.snapshot, after.snapshot, causes),
    ...methodologyRoots(before.snapshot, after.snapshot, causes),
    ...insuranceRoots(before, after, causes),
    ...acceptanceRoots(before, after, causes),
  ])
}

// The year is priced after each thing that somebody did, up to so many of them: one price takes as long as many steps.
const mostPriced = 16

/**
 * Roots that are told apart but priced together: what time alone does, and everything where very much happened at once. A policy is priced by
 * itself, since it moves no expected loss that its part could be measured by.
 */
function stretchesOf(roots: readonly Root[]): readonly (readonly Root[])[] {
  const areFew = roots.filter(({ kind }) => kind !== 'time').length <= mostPriced
  const stretches: Root[][] = []
  for (const root of roots) {
    const last = stretches.at(-1)
    const before = last?.at(-1)?.kind
    const isTogether = areFew ? root.kind === 'time' && before === 'time' : isOther(root.kind) && isOther(before)
    if (last !== undefined && isTogether) last.push(root)
    else stretches.push([root])
  }
  return stretches
}

const isOther = (kind: Root['kind'] | undefined) => kind !== undefined && kind !== 'insurance'

function takeStretch(walk: ChainWalk, roots: readonly Root[]): readonly Step[] {
  const steps = roots.map((root) => ({ root, chain: settle(walk, root.apply(walk)) }))
  // A control, a risk or an appetite may move the distribution and no expected loss: at the limit of joint reductions, say.
  const movesRisks = steps.some(({ chain }) => chain.some(({ entity }) => entity === 'risk' || entity === 'control'))
  const changesRisks = roots.some(
    ({ stage }) => stage === 'methodology' || stage === 'risk' || stage === 'removed risk' || stage === 'insurance',
  )
  const shares = movesRisks || changesRisks ? shareYear(steps, settleYear(walk)) : []
  return steps.map(({ root, chain }, at) => ({ root, chain: inChainOrder([...chain, ...(shares[at] ?? [])]) }))
}

// An acceptance may look broken half way and hold in the end, when another root makes up for the first: it moved only if it
// ended elsewhere than it began, and then because of the last root that took it there.
function withoutPassingReopenings(steps: readonly Step[]): readonly Step[] {
  const first = new Map<string, Effect>()
  const last = new Map<string, Effect>()
  for (const effect of steps.flatMap((step) => step.chain)) {
    if (effect.entity !== 'acceptance') continue
    if (!first.has(effect.id)) first.set(effect.id, effect)
    last.set(effect.id, effect)
  }
  return steps.map(({ root, chain }) => ({
    root,
    chain: chain.flatMap((effect) => {
      if (effect.entity !== 'acceptance') return [effect]
      const began = first.get(effect.id)?.before ?? null
      if (last.get(effect.id) !== effect || began === effect.after) return []
      return [{ ...effect, before: began }]
    }),
  }))
}

function toMovement({ root, chain }: Step, after: ChainAt): Movement {
  const gap = chain.find((effect) => effect.quantity === 'assuranceGap')
  return {
    kind: root.kind,
    at: after.at,
    cause: root.cause,
    chain,
    headline: root.headline,
    sentence: movementSentence(root.headline, chain, after.snapshot.currency),
    episodeKey: root.episodeKey,
    gapDeltaMinor: gap === undefined ? 0 : Number(gap.after ?? 0) - Number(gap.before ?? 0),
  }
}

// Names are told as they are now; they move no number. What has kept its name stays the same object.
function withLabelsOf(before: ChainSnapshot, after: ChainSnapshot): ChainSnapshot {
  const controls = new Map(after.controls.map((control) => [control.id, control]))
  const risks = new Map(after.risks.map((risk) => [risk.id, risk]))
  return {
    ...before,
    controls: before.controls.map((control) => {
      const { ref, title } = controls.get(control.id) ?? control
      return ref === control.ref && title === control.title ? control : { ...control, ref, title }
    }),
    risks: before.risks.map((risk) => {
      const { number, title } = risks.get(risk.id) ?? risk
      return number === risk.number && title === risk.title ? risk : { ...risk, number, title }
    }),
  }
}

import type { AttentionItem } from '../chain/attention.ts'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { formatMoneyShort } from '../money/format-money.ts'

export const nextStepKinds = [
  'first_risk',
  'estimate_risk',
  'link_control',
  'implement_control',
  'first_evidence',
  'attention',
  'approve_soa',
  'renew_soa',
] as const
export type NextStepKind = (typeof nextStepKinds)[number]

/** The one thing to do next. `entity` and `id` name what to open; null where a whole screen is meant. */
export type NextStep = {
  readonly kind: NextStepKind
  readonly sentence: string
  readonly entity: SourceEntity | null
  readonly id: string | null
  readonly ref: string | null
}

export type SoaStanding = {
  /** Null while no version was ever approved. */
  readonly approvedVersion: number | null
  /** Differences from it that ask for a new approval. */
  readonly decisionsChanged: number
}

/**
 * What to do next: first what the chain lacks from its beginning (a risk, an estimate, a control, evidence), then what is worth
 * most, then the statement that follows. Null when nothing is left to do.
 */
export function nextStep(
  snapshot: ChainSnapshot,
  attention: readonly AttentionItem[],
  soa: SoaStanding,
): NextStep | null {
  return startOfChain(snapshot, attention) ?? mostWorth(snapshot, attention) ?? statement(soa)
}

function startOfChain(snapshot: ChainSnapshot, attention: readonly AttentionItem[]): NextStep | null {
  const open = snapshot.risks.filter((risk) => risk.status !== 'closed')
  if (open.length === 0) return screen('first_risk', 'Choose a first risk from the scenarios of your sector.')
  const unestimated = open.find((risk) => risk.frequency === null || risk.lossMinor === null)
  if (unestimated !== undefined && open.every((risk) => risk.frequency === null || risk.lossMinor === null)) {
    return ofRisk('estimate_risk', unestimated, 'say how often it happens and what it costs.')
  }
  const [first] = open
  if (first !== undefined && open.every((risk) => risk.links.length === 0)) {
    return ofRisk('link_control', first, 'choose the controls that treat it.')
  }
  return firstProof(snapshot, attention)
}

function firstProof(snapshot: ChainSnapshot, attention: readonly AttentionItem[]): NextStep | null {
  const treating = new Set(snapshot.risks.flatMap((risk) => risk.links.map((link) => link.controlId)))
  const controls = snapshot.controls.filter((control) => treating.has(control.id) && control.applicable)
  const claimed = controls.filter((control) => ['partly', 'implemented'].includes(control.implementation))
  const [control] = controls
  if (control !== undefined && claimed.length === 0) {
    const sentence = `${control.ref} ${control.title}: say what is in place of it.`
    return { kind: 'implement_control', sentence, entity: 'control', id: control.id, ref: control.ref }
  }
  if (controls.some((one) => one.needs.some((need) => need.newest !== null))) return null
  const missing = attention.find((item) => item.kind === 'evidence_missing')
  if (missing === undefined) return null
  const sentence = `Attach a first piece of evidence: ${missing.ref} ${missing.title}.`
  return { kind: 'first_evidence', sentence, entity: missing.entity, id: missing.id, ref: missing.ref }
}

// A reopened acceptance waits for a decision; everything else by what it brings.
function mostWorth({ currency }: ChainSnapshot, attention: readonly AttentionItem[]): NextStep | null {
  const item = attention.find((one) => one.kind === 'acceptance_reopened') ?? attention[0]
  if (item === undefined) return null
  const worth =
    item.worthMinor >= 1 ? ` That takes ${formatMoneyShort(item.worthMinor, currency)} a year off the proven loss.` : ''
  return {
    kind: 'attention',
    sentence: `${item.sentence}${worth}`,
    entity: item.entity,
    id: item.id,
    ref: item.ref,
  }
}

function statement({ approvedVersion, decisionsChanged }: SoaStanding): NextStep | null {
  if (approvedVersion === null) {
    return screen('approve_soa', 'Propose a first version of the Statement of Applicability for approval.')
  }
  if (decisionsChanged === 0) return null
  const what = decisionsChanged === 1 ? 'One decision' : `${decisionsChanged} decisions`
  return screen(
    'renew_soa',
    `${what} changed since version ${approvedVersion} of the Statement of Applicability: propose a new version.`,
  )
}

function screen(kind: NextStepKind, sentence: string): NextStep {
  return { kind, sentence, entity: null, id: null, ref: null }
}

function ofRisk(kind: NextStepKind, risk: ChainSnapshot['risks'][number], what: string): NextStep {
  const ref = riskRef(risk.number)
  return { kind, sentence: `${ref} ${risk.title}: ${what}`, entity: 'risk', id: risk.id, ref }
}

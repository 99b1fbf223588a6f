import { type AcceptanceSetting, acceptanceGround } from '../acceptance/acceptance-ends.ts'
import { type DerivedAcceptance, deriveAcceptance } from '../acceptance/derive-acceptance.ts'
import type { DerivedCollector } from '../collector/collector-state.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import { type Worth, worthOf } from '../evidence/worth.ts'
import { type DerivedRisk, deriveRisk } from '../risk/derive-risk.ts'
import { deriveSoa } from '../soa/derive-soa.ts'
import type { SoaIssue } from '../soa/lint-issue.ts'
import type { SoaLine } from '../soa/soa-line.ts'
import { type AttentionItem, attentionList } from './attention.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'

/** Everything derived of one organisation at `at` but the distribution of its year. Lists are in the snapshot's order. */
export type DerivedStanding = {
  readonly at: number
  readonly currency: string
  readonly controls: readonly DerivedControl[]
  readonly risks: readonly DerivedRisk[]
  readonly soa: readonly SoaLine[]
  readonly lint: readonly SoaIssue[]
  readonly acceptances: readonly DerivedAcceptance[]
  readonly collectors: readonly DerivedCollector[]
  /** What proving each control, or renewing each need, would take off the proven loss; in minor units, by id. */
  readonly worth: Worth
  /** What should be done, the most worth first. */
  readonly attention: readonly AttentionItem[]
}

/** The part of `deriveChain` that needs no loss engine: for pages that show no distribution. */
export function deriveStanding(snapshot: ChainSnapshot, t: number): DerivedStanding {
  const { controls, collectors, soa, lint } = deriveSoa(snapshot, t)
  const controlById = new Map(controls.map((control) => [control.id, control]))
  const sharesOf = (id: string) => controlById.get(id)
  const risks = snapshot.risks.map((risk) => deriveRisk(risk, sharesOf, snapshot.methodology))
  const acceptances = acceptancesOf(snapshot, risks, t)
  const worth = worthOf(snapshot, controlById)
  return {
    at: t,
    currency: snapshot.currency,
    controls,
    risks,
    soa,
    lint,
    acceptances,
    collectors,
    worth,
    attention: attentionList({ snapshot, controls, risks, acceptances, collectors, worth, at: t }),
  }
}

function acceptancesOf(
  snapshot: ChainSnapshot,
  risks: readonly DerivedRisk[],
  t: number,
): readonly DerivedAcceptance[] {
  const setting = acceptanceSetting(snapshot)
  const inputs = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  const derived = new Map(risks.map((risk) => [risk.id, risk]))
  return snapshot.acceptances.map((acceptance) => {
    const ground = acceptanceGround(inputs.get(acceptance.riskId), derived.get(acceptance.riskId))
    return deriveAcceptance(acceptance, ground, setting, t)
  })
}

/** The part of a snapshot that acceptances are judged in. */
export function acceptanceSetting(snapshot: ChainSnapshot): AcceptanceSetting {
  return {
    methodology: snapshot.methodology,
    people: new Map(snapshot.people.map((person) => [person.id, person])),
    currency: snapshot.currency,
  }
}

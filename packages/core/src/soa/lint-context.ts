import type { AssetInput, DecisionInput, PersonInput, TreatmentActionInput } from '../chain/chain-snapshot.ts'
import type { DerivedCollector } from '../collector/collector-state.ts'
import { assetControls } from './asset-controls.ts'
import type { SoaSnapshot } from './soa-snapshot.ts'

/** What the rules look up, gathered once. */
export type LintContext = {
  readonly organizationId: string
  readonly people: ReadonlyMap<string, PersonInput>
  readonly collectors: ReadonlyMap<string, DerivedCollector>
  readonly openActions: ReadonlyMap<string, readonly TreatmentActionInput[]>
  readonly decisions: ReadonlyMap<string, readonly DecisionInput[]>
  /** Controls of the approved version. */
  readonly pinned: ReadonlySet<string>
  /** Assets in scope that call for a control, by its reference. */
  readonly assetsByRef: ReadonlyMap<string, readonly AssetInput[]>
}

export function lintContext(
  snapshot: SoaSnapshot,
  collectors: readonly DerivedCollector[],
  openActions: LintContext['openActions'],
): LintContext {
  const assetsInScope = snapshot.assets.filter((asset) => asset.inScope)
  const calls = assetsInScope.flatMap((asset) => assetControls[asset.kind].refs.map((ref) => ({ ref, asset })))
  const assetsByRef = Map.groupBy(calls, (call) => call.ref)
  return {
    organizationId: snapshot.organizationId,
    people: new Map(snapshot.people.map((person) => [person.id, person])),
    collectors: new Map(collectors.map((collector) => [collector.id, collector])),
    openActions,
    pinned: new Set(snapshot.pinnedControlIds),
    decisions: Map.groupBy(snapshot.decisions, (decision) => decision.controlId),
    assetsByRef: new Map([...assetsByRef].map(([ref, list]) => [ref, list.map((call) => call.asset)])),
  }
}

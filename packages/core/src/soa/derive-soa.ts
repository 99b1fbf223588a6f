import { type DerivedCollector, deriveCollector } from '../collector/collector-state.ts'
import { type DerivedControl, deriveControl } from '../control/derive-control.ts'
import type { SoaIssue } from './lint-issue.ts'
import { type SoaLine, soaContext, soaLine } from './soa-line.ts'
import { lintSoa } from './soa-lint.ts'
import type { SoaSnapshot } from './soa-snapshot.ts'

/** What the Statement of Applicability says at `at`, and what it is made of; lists in the snapshot's order. */
export type DerivedSoa = {
  readonly at: number
  readonly controls: readonly DerivedControl[]
  readonly collectors: readonly DerivedCollector[]
  readonly soa: readonly SoaLine[]
  readonly lint: readonly SoaIssue[]
}

/** Derives the statement alone: the same lines and issues as in the whole chain, without pricing a risk. */
export function deriveSoa(snapshot: SoaSnapshot, t: number): DerivedSoa {
  const controls = snapshot.controls.map((control) => deriveControl(control, t))
  const byId = new Map(controls.map((control) => [control.id, control]))
  const collectors = snapshot.collectors.map((collector) => deriveCollector(collector, t))
  const context = soaContext(snapshot)
  const soa = snapshot.controls.flatMap((control) => {
    const derived = byId.get(control.id)
    return derived === undefined ? [] : [soaLine(control, derived, context)]
  })
  return {
    at: t,
    controls,
    collectors,
    soa,
    lint: lintSoa({ snapshot, lines: soa, controls: byId, collectors, context }),
  }
}

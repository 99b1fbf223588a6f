import type { ChainSnapshot, CollectorInput } from '../chain/chain-snapshot.ts'
import { type DerivedCollector, deriveCollector } from '../collector/collector-state.ts'
import { byWhom, type CauseIndex, changeCause, type Root, timeCause } from './root.ts'
import { isSame } from './same.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** Collectors that fell silent, report again, or were switched off or on. A collector that stops is itself a finding. */
export function collectorRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const earlier = new Map(before.snapshot.collectors.map((collector) => [collector.id, collector]))
  return after.snapshot.collectors.flatMap((collector) => {
    const was = earlier.get(collector.id)
    if (was === undefined) return []
    const state = deriveCollector(collector, after.at)
    if (deriveCollector(was, before.at).state === state.state) return []
    return [
      isSame(was, collector) ? silentRoot(collector, state, after.at) : changedRoot(was, collector, state, causes),
    ]
  })
}

function silentRoot(collector: CollectorInput, state: DerivedCollector, at: number): Root {
  return {
    ...base(collector, state),
    kind: 'time',
    episodeKey: `silent collector ${collector.id}`,
    headline: state.sentence.replace(/\.$/, ''),
    cause: timeCause(subjectOf(collector), at, state.dueAt),
  }
}

function changedRoot(
  was: CollectorInput,
  collector: CollectorInput,
  state: DerivedCollector,
  causes: CauseIndex,
): Root {
  const cause = changeCause(causes, subjectOf(collector))
  const retired = was.active && !collector.active
  const what = retired ? 'switched off' : was.active === collector.active ? 'reported' : 'switched on'
  return {
    ...base(collector, state),
    kind: retired ? 'decision' : 'collector',
    episodeKey: `collector ${collector.id} at ${cause.at}`,
    headline: `Collector ${collector.name} ${what}${byWhom(cause)}`,
    cause,
  }
}

function base(collector: CollectorInput, state: DerivedCollector) {
  return {
    stage: 'collector',
    key: `collector ${collector.id}`,
    apply: (walk) => {
      walk.collectors.set(collector.id, state)
      return { collectors: [collector.id] }
    },
  } as const satisfies Partial<Root>
}

function subjectOf(collector: CollectorInput) {
  return { entity: 'collector', id: collector.id, ref: collector.name, label: collector.name } as const
}

import type { ChainSnapshot, ControlInput, NeedInput } from '../chain/chain-snapshot.ts'
import { needWeakenings } from '../control/need-rules.ts'
import { type NeedStanding, standNeed } from '../evidence/need-standing.ts'
import { byWhom, type CauseIndex, changeCause, type Root } from './root.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** One root for each need that was added, removed or defined anew, in controls that exist before and after. */
export function needRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const controls = new Map(before.snapshot.controls.map((control) => [control.id, control]))
  return after.snapshot.controls.flatMap((control) => {
    const earlier = controls.get(control.id)
    return earlier === undefined ? [] : rootsOf(earlier, control, after.at, causes)
  })
}

function rootsOf(earlier: ControlInput, control: ControlInput, at: number, causes: CauseIndex): readonly Root[] {
  const before = new Map(earlier.needs.map((need) => [need.id, need]))
  const after = new Map(control.needs.map((need) => [need.id, need]))
  const changed = control.needs.filter((need) => {
    const was = before.get(need.id)
    return was === undefined || isRedefined(was, need)
  })
  const removed = earlier.needs.filter((need) => !after.has(need.id))
  return [
    ...changed.map((need) => needRoot(control, before.get(need.id) ?? null, need, at, causes)),
    ...removed.map((need) => needRoot(control, need, null, at, causes)),
  ]
}

function isRedefined(a: NeedInput, b: NeedInput): boolean {
  return a.cadenceDays !== b.cadenceDays || a.weight !== b.weight || a.nature !== b.nature
}

function needRoot(
  control: ControlInput,
  before: NeedInput | null,
  after: NeedInput | null,
  at: number,
  causes: CauseIndex,
): Root {
  const need = after ?? before
  const id = need?.id ?? ''
  const label = need?.title ?? ''
  const cause = changeCause(causes, { entity: 'need', id, ref: control.ref, label }, [['control', control.id]])
  const weakened = before === null ? [] : needWeakenings(before, after)
  const what = before === null ? 'added' : after === null ? 'removed' : weakened.join(', ') || 'strengthened'
  return {
    kind: weakened.length > 0 ? 'decision' : 'control',
    stage: 'need',
    key: `need ${id}`,
    episodeKey: `need ${id} at ${cause.at}`,
    headline: `Need “${label}” of ${control.ref} ${what}${byWhom(cause)}`,
    cause,
    apply: (walk) => {
      const walked = walk.controls.get(control.id)
      if (walked !== undefined) {
        walk.controls.set(control.id, { ...walked, needs: withNeed(walked.needs, id, after, at) })
      }
      return { controls: [control.id] }
    },
  }
}

function withNeed(needs: ReadonlyMap<string, NeedStanding>, id: string, after: NeedInput | null, at: number) {
  const changed = new Map(needs)
  if (after === null) changed.delete(id)
  else changed.set(id, standNeed(after, at))
  return changed
}

import type { ChainSnapshot, ControlInput } from '../chain/chain-snapshot.ts'
import { implementedShare } from '../control/implemented-share.ts'
import { standControl } from './chain-walk.ts'
import type { MovementCause } from './movement.ts'
import { byWhom, type CauseIndex, changeCause, type Root } from './root.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** Controls that were added, removed, excluded, included or implemented otherwise. Exclusion and inclusion are decisions. */
export function controlRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const earlier = new Map(before.snapshot.controls.map((control) => [control.id, control]))
  const later = new Set(after.snapshot.controls.map((control) => control.id))
  const roots = after.snapshot.controls.flatMap((control) => {
    const was = earlier.get(control.id)
    return was === undefined ? [addedRoot(control, after.at, causes)] : changedRoots(was, control, causes)
  })
  const removed = before.snapshot.controls.filter((control) => !later.has(control.id))
  return [...roots, ...removed.map((control) => removedRoot(control, causes))]
}

function causeOf(control: ControlInput, causes: CauseIndex): MovementCause {
  return changeCause(causes, { entity: 'control', id: control.id, ref: control.ref, label: control.title })
}

const nameOf = (control: ControlInput) => `${control.ref} ${control.title}`

function addedRoot(control: ControlInput, at: number, causes: CauseIndex): Root {
  const cause = causeOf(control, causes)
  return {
    ...base(control, cause, 'added'),
    kind: 'control',
    stage: 'control',
    headline: `${nameOf(control)} added${byWhom(cause)}`,
    apply: (walk) => {
      walk.controls.set(control.id, standControl(control, at))
      return { controls: [control.id] }
    },
  }
}

function removedRoot(control: ControlInput, causes: CauseIndex): Root {
  const cause = causeOf(control, causes)
  return {
    ...base(control, cause, 'removed'),
    kind: 'decision',
    stage: 'removed control',
    headline: `${nameOf(control)} removed${byWhom(cause)}`,
    apply: (walk) => {
      walk.controls.delete(control.id)
      return { controls: [control.id] }
    },
  }
}

function changedRoots(before: ControlInput, after: ControlInput, causes: CauseIndex): readonly Root[] {
  const roots: Root[] = []
  const cause = causeOf(after, causes)
  if (before.applicable !== after.applicable) {
    const what = after.applicable ? 'included in' : 'excluded from'
    roots.push({
      ...base(after, cause, 'decided'),
      kind: 'decision',
      stage: 'decision',
      headline: `${nameOf(after)} ${what} the Statement of Applicability${byWhom(cause)}`,
      apply: putInput(after.id, { applicable: after.applicable }),
    })
  }
  // Compared as if applicable, so that an implementation that changes while excluded is not forgotten.
  const shares = [before, after].map((control) => implementedShare({ ...control, applicable: true }))
  if (shares[0] !== shares[1]) {
    const { implementation, partlyShare } = after
    roots.push({
      ...base(after, cause, 'implementation'),
      kind: 'control',
      stage: 'control',
      headline: `${nameOf(after)} ${inWords(before)} → ${inWords(after)}${byWhom(cause)}`,
      apply: putInput(after.id, { implementation, partlyShare }),
    })
  }
  return roots
}

function base(control: ControlInput, cause: MovementCause, what: string) {
  const key = `control ${control.id} ${what}`
  return { key, episodeKey: `${key} at ${cause.at}`, cause }
}

function putInput(id: string, fields: Partial<ControlInput>): Root['apply'] {
  return (walk) => {
    const walked = walk.controls.get(id)
    if (walked !== undefined) walk.controls.set(id, { ...walked, input: { ...walked.input, ...fields } })
    return { controls: [id] }
  }
}

function inWords({ implementation, partlyShare }: ControlInput): string {
  if (implementation === 'partly') return `partly implemented (${Math.round(partlyShare * 100)} %)`
  return implementation.replace('_', ' ')
}

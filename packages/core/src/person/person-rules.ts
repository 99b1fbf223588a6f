import { type Refusal, refuse } from '../refusal.ts'

type Named = { readonly id: string; readonly name: string; readonly active: boolean }

/** Whoever left answers for nothing any more, so nothing new is given to them (ISO/IEC 27001 clause 5.3). */
export function refuseOwner(person: Pick<Named, 'name' | 'active'>): readonly Refusal[] {
  if (person.active) return []
  return refuse('owner_left', `${person.name} has left. Choose somebody who is still here.`)
}

/** Nothing is left without an owner: a leaver's risks, controls and the rest go to a successor in the same step. */
export function refuseDeactivation(person: Named, ownedTotal: number, successor: Named | null): readonly Refusal[] {
  if (!person.active) return refuse('already_inactive', `${person.name} has already left.`)
  if (successor?.id === person.id) return refuse('own_successor', 'Choose somebody else as the successor.')
  if (successor !== null) return refuseOwner(successor)
  if (ownedTotal === 0) return []
  const things = ownedTotal === 1 ? 'one thing' : `${ownedTotal} things`
  return refuse('still_owns', `${person.name} still answers for ${things}. Say who takes over.`)
}

export function refuseReactivation(person: Named): readonly Refusal[] {
  return person.active ? refuse('already_active', `${person.name} is already active.`) : []
}

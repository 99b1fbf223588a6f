import type { AcceptanceInput, ChainSnapshot } from '../chain/chain-snapshot.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { formatDay } from '../time/calendar.ts'
import { byWhom, type CauseIndex, changeCause, type Root, timeCause } from './root.ts'
import { isSame } from './same.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** Acceptances that were given, withdrawn or renewed, and those whose time ran out. */
export function acceptanceRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const earlier = new Map(before.snapshot.acceptances.map((acceptance) => [acceptance.id, acceptance]))
  const later = new Map(after.snapshot.acceptances.map((acceptance) => [acceptance.id, acceptance]))
  return [...new Map([...earlier, ...later]).values()].flatMap((acceptance) => {
    const was = earlier.get(acceptance.id)
    const is = later.get(acceptance.id)
    if (!isSame(was, is)) return [changedRoot(acceptance, is, after, causes)]
    const expired = (at: number) => !(at < acceptance.expiresAt)
    return expired(before.at) === expired(after.at) ? [] : [expiredRoot(acceptance, after)]
  })
}

function changedRoot(
  acceptance: AcceptanceInput,
  after: AcceptanceInput | undefined,
  at: At,
  causes: CauseIndex,
): Root {
  const subject = subjectOf(acceptance, at.snapshot)
  const cause = changeCause(causes, subject, [['risk', acceptance.riskId]])
  const key = `acceptance ${acceptance.id}`
  return {
    kind: 'acceptance',
    stage: after === undefined ? 'removed acceptance' : 'acceptance',
    key,
    episodeKey: `${key} at ${cause.at}`,
    headline: `${subject.label} ${after === undefined ? 'removed' : after.status}${byWhom(cause)}`,
    cause,
    apply: (walk) => {
      if (after === undefined) walk.acceptances.delete(acceptance.id)
      else walk.acceptances.set(acceptance.id, { input: after, at: at.at })
      return { acceptances: [acceptance.id] }
    },
  }
}

function expiredRoot(acceptance: AcceptanceInput, after: At): Root {
  const subject = subjectOf(acceptance, after.snapshot)
  return {
    kind: 'time',
    stage: 'acceptance',
    key: `expired ${acceptance.id}`,
    episodeKey: `expired acceptance ${acceptance.id}`,
    headline: `${subject.label} expired on ${formatDay(acceptance.expiresAt)}`,
    cause: timeCause(subject, after.at, acceptance.expiresAt),
    apply: (walk) => {
      walk.acceptances.set(acceptance.id, { input: acceptance, at: after.at })
      return { acceptances: [acceptance.id] }
    },
  }
}

function subjectOf(acceptance: AcceptanceInput, snapshot: ChainSnapshot) {
  const risk = snapshot.risks.find((candidate) => candidate.id === acceptance.riskId)
  const person = snapshot.people.find((candidate) => candidate.id === acceptance.acceptedByPersonId)
  const ref = risk === undefined ? 'a deleted risk' : riskRef(risk.number)
  const label = `Acceptance of ${ref} by ${person?.name ?? 'a person no longer listed'} of ${formatDay(acceptance.acceptedAt)}`
  return { entity: 'acceptance', id: acceptance.id, ref, label } as const
}

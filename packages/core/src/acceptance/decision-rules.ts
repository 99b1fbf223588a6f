import type { Role } from '../access/permissions.ts'
import type { AcceptanceInput } from '../chain/chain-snapshot.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** A loss may have grown by this share since it was looked at: fading proof moves it a little every day. */
const unseenShare = 0.01

/**
 * Whoever decides has seen what is decided on: the acceptance is refused when the proven loss on the screen was lower than it
 * is now. Amounts in minor units of `currency`; `seenMinor` undefined when the caller does not say what was seen.
 */
export function seenRefusals(seenMinor: number | undefined, provenMinor: number, currency: string): readonly Refusal[] {
  if (seenMinor === undefined || provenMinor <= seenMinor * (1 + unseenShare) + 1) return []
  const [from, to] = [seenMinor, provenMinor].map((minor) => formatMoneyShort(minor, currency))
  return refuse(
    'acceptance-not-seen',
    `The proven yearly loss grew from ${from} to ${to} since you looked. Look again, then decide.`,
  )
}

/** Whoever accepted takes it back; so does somebody who manages the system. */
export function withdrawRefusals(
  acceptance: { readonly status: AcceptanceInput['status'] | 'renewed'; readonly acceptedByUserId: string },
  actor: { readonly userId: string; readonly role: Role },
): readonly Refusal[] {
  if (acceptance.status !== 'valid') {
    return refuse('acceptance-not-valid', `This acceptance is ${acceptance.status} already.`)
  }
  if (acceptance.acceptedByUserId === actor.userId || actor.role === 'owner' || actor.role === 'manager') return []
  return refuse('acceptance-not-yours', 'Only whoever accepted the risk, or an ISMS manager, can take it back.')
}

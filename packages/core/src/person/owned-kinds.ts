/**
 * What a person can answer for; `record` is an object of any register. Done actions, closed risks, retired collectors and records that
 * are over need nobody any more.
 */
export const ownedKinds = ['risk', 'control', 'obligation', 'asset', 'action', 'collector', 'record'] as const
export type OwnedKind = (typeof ownedKinds)[number]

/** What a person can answer for. Done actions, closed risks and retired collectors need nobody any more. */
export const ownedKinds = ['risk', 'control', 'obligation', 'asset', 'action', 'collector'] as const
export type OwnedKind = (typeof ownedKinds)[number]

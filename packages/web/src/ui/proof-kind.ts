/**
 * The states of the visual language. Solid is proven, hollow is claimed, amber is going stale, red fails, grey is unknown;
 * each has its own shape, so that colour never carries the meaning alone.
 */
export const proofKinds = ['proven', 'stale', 'failing', 'unproven', 'excluded'] as const
export type ProofKind = (typeof proofKinds)[number]

/** The parts a bar can be made of, in drawing order: what is proven first, what is unknown last. */
export const barParts = ['proven', 'stale', 'claimed', 'failing', 'unknown'] as const
export type BarPart = (typeof barParts)[number]

export const proofSentence: Readonly<Record<ProofKind, string>> = {
  proven: 'Proven',
  stale: 'Stale',
  failing: 'Failing',
  unproven: 'Unproven',
  excluded: 'Excluded',
}

export const barPartSentence: Readonly<Record<BarPart, string>> = {
  proven: 'proven',
  stale: 'going stale',
  claimed: 'only claimed',
  failing: 'failing',
  unknown: 'unknown',
}

/** Up to so many risks are re-priced within a frame while something is dragged; more as fast as it goes. */
export const mostAtHand = 100

/** Up to so many risks, what drives the year and the year ahead are worked out too. */
export const mostExplained = 1_000

/** How far apart the instants ahead are priced, between which the date is dragged. */
export function daysBetweenAhead(risks: number): number {
  return risks <= mostAtHand ? 7 : 30
}

export const furthestDays = 365

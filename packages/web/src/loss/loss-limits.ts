/** Up to so many risks are priced in the page while something is dragged, within a frame; more by the worker. */
export const mostInPage = 100

/** Up to so many risks, what drives the year and the year ahead are worked out too. */
export const mostExplained = 1_000

/** How far apart the instants ahead are priced, between which the date is dragged. */
export function daysBetweenAhead(risks: number): number {
  return risks <= mostInPage ? 7 : 30
}

export const furthestDays = 365

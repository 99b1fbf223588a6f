const byHand = 'Changed by hand afterwards.'

/** What figures rest on, once somebody has changed them after they were taken over from there. */
export function basisAfter(basis: string, isChanged: boolean): string {
  if (!isChanged || basis === '' || basis.endsWith(byHand)) return basis
  return `${basis} ${byHand}`
}

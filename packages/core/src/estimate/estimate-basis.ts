const byHand = 'Changed by hand afterwards.'

/** One range of an estimate that is being made: where it was taken from since the editor was opened, and whether it was changed after that. */
export type RangeBasis = { readonly from: string | null; readonly isChanged: boolean }

/**
 * What an estimate rests on, as one text: what it rested on before, as long as a range of it is left, then what ranges were taken from; each says
 * whether somebody has changed the figures since.
 */
export function estimateBasis(before: string, ranges: readonly RangeBasis[]): string {
  const left = ranges.filter(({ from }) => from === null)
  const parts = [
    ...(left.length > 0
      ? [
          said(
            before,
            left.some(({ isChanged }) => isChanged),
          ),
        ]
      : []),
    ...ranges.map(({ from, isChanged }) => said(from ?? '', isChanged)),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function said(basis: string, isChanged: boolean): string {
  return !isChanged || basis === '' || basis.endsWith(byHand) ? basis : `${basis} ${byHand}`
}

/** A part of a long page that one can go to. */
export type PageSection = {
  readonly id: string
  readonly title: string
  /** How many things it holds, or how it stands. */
  readonly note: string | undefined
}

/** Parts between heading and end of a window, by where they stand on it. */
export type Place = { readonly id: string; readonly top: number; readonly bottom: number }

/**
 * The part one reads: the one chosen last as long as it crosses the line below the header, otherwise the first that does;
 * between two parts the one above. At the end of a page the last parts never reach that line: there the chosen one counts.
 */
export function sectionInReach(places: readonly Place[], line: number, chosen: string | null, isAtEnd: boolean) {
  const crossing = places.filter(({ top, bottom }) => top <= line && bottom > line)
  const chosenPlace = places.find(({ id }) => id === chosen)
  if (chosenPlace && (crossing.includes(chosenPlace) || (isAtEnd && chosenPlace.bottom > line))) return chosenPlace.id
  if (isAtEnd && places.length > 0) return places.at(-1)?.id
  return (crossing[0] ?? places.findLast(({ top }) => top <= line))?.id
}

/** The part of an address that a title makes: `What happened` is at `#what-happened`. */
export function anchorOf(title: string, isTaken: (id: string) => boolean): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  if (words !== '' && !isTaken(words)) return words
  for (let number = 2; ; number += 1) if (!isTaken(`${words}-${number}`)) return `${words}-${number}`
}

/** A place in the matrix: band index plus how far into the band, from the low corner; both within [0, bands]. */
export type Place = { readonly likelihood: number; readonly consequence: number }

export type Marked = { readonly id: string; readonly place: Place }

/**
 * Moves marks that would cover each other apart, along a small ring around their common place, the same way every time.
 * `reach` is the distance below which two marks count as covering, in bands.
 */
export function spread(marks: readonly Marked[], reach: number): ReadonlyMap<string, Place> {
  const groups: Marked[][] = []
  for (const mark of marks) {
    const near = groups.find(([first]) => first !== undefined && distance(first.place, mark.place) < reach)
    if (near) near.push(mark)
    else groups.push([mark])
  }
  return new Map(
    groups.flatMap((group) => group.map(({ id, place }, index) => [id, around(place, index, group.length, reach)])),
  )
}

function around(place: Place, index: number, count: number, reach: number): Place {
  if (count === 1) return place
  const perRing = 6
  const ring = Math.floor(index / perRing) + 1
  const inRing = Math.min(perRing, count - (ring - 1) * perRing)
  const angle = (2 * Math.PI * (index % perRing)) / Math.max(inRing, 2) + ring
  const radius = reach * 0.62 * ring
  return {
    likelihood: place.likelihood + radius * Math.sin(angle),
    consequence: place.consequence + radius * Math.cos(angle),
  }
}

const distance = (a: Place, b: Place): number => Math.hypot(a.likelihood - b.likelihood, a.consequence - b.consequence)

/** Keeps a place inside the matrix, a little from its edge. */
export function inside(place: Place, likelihoods: number, consequences: number): Place {
  const edge = 0.14
  const hold = (value: number, bands: number) => Math.min(bands - edge, Math.max(edge, value))
  return { likelihood: hold(place.likelihood, likelihoods), consequence: hold(place.consequence, consequences) }
}

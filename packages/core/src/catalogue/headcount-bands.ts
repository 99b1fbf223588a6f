/** Size of an organisation by people employed; `upTo` is null for the open band. */
export const headcountBands = [
  { id: '1-9', label: '1 to 9 people', from: 1, upTo: 9 },
  { id: '10-49', label: '10 to 49 people', from: 10, upTo: 49 },
  { id: '50-249', label: '50 to 249 people', from: 50, upTo: 249 },
  { id: '250-499', label: '250 to 499 people', from: 250, upTo: 499 },
  { id: '500-999', label: '500 to 999 people', from: 500, upTo: 999 },
  { id: '1000-4999', label: '1,000 to 4,999 people', from: 1000, upTo: 4999 },
  { id: '5000+', label: '5,000 people or more', from: 5000, upTo: null },
] as const

export type HeadcountBand = (typeof headcountBands)[number]
export type HeadcountBandId = HeadcountBand['id']

export const headcountBandIds: readonly HeadcountBandId[] = headcountBands.map((band) => band.id)

/** Throws a RangeError for an unknown band. */
export function getHeadcountBand(id: HeadcountBandId): HeadcountBand {
  const band = headcountBands.find((candidate) => candidate.id === id)
  if (!band) throw new RangeError(`Unknown headcount band "${id}"`)
  return band
}

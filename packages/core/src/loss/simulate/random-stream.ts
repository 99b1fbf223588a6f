/**
 * Random numbers by place instead of by order: a hash of a key, a place and a number within it, so that any part of a simulation can be done anywhere, in
 * any order, with the same result. Two rounds of the multiply-xorshift mixer “lowbias32” (C. Wellons 2018), keyed in both rounds.
 */
export function mixed(key: number, place: number, within: number): number {
  return mixedWithin(key, atPlace(key, place), within)
}

function atPlace(key: number, place: number): number {
  let h = key ^ Math.imul(place + 0x3c6ef372, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}

function mixedWithin(key: number, placed: number, within: number): number {
  let h = placed + Math.imul(within + 1, 0x85ebca77)
  h = Math.imul(h ^ (h >>> 16) ^ key, 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}

/** One round of the mixer, for a run of places under a key that is already mixed. */
export function mixedOnce(key: number, place: number): number {
  let h = key + Math.imul(place, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}

/** A number strictly between 0 and 1, in steps of 2⁻³². */
export function uniform(key: number, place: number, within: number): number {
  return ((mixed(key, place, within) >>> 0) + 0.5) / 4294967296
}

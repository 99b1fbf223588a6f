/** A rate as people say it: `3 times a year`, `once in 12 years`. `perYear` in events a year, above zero. */
export function rateInWords(perYear: number): string {
  if (perYear >= 1.5) return `${short(perYear)} times a year`
  if (perYear > 0.75) return 'about once a year'
  return `once in ${short(1 / perYear)} years`
}

/** A share of 1 as people say it: `9 in 10`, `1 in 400`. */
export function shareInWords(share: number): string {
  if (share <= 0) return 'none'
  if (share >= 1) return 'all'
  return share >= 0.1 ? `${Math.round(share * 100)} in 100` : `1 in ${short(1 / share)}`
}

/** Two significant digits, thousands by comma: as much as there is to say of a guess. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(2))
  const [whole = '', part] = String(rounded).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

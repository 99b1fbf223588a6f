const scales: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  mrd: 1e9,
}

/**
 * What people type for an amount: `10k`, `1.5M`, `€20 000`, `1,250,000.50`, `2 bn`. A comma followed by exactly three digits
 * separates thousands; a single comma otherwise is the decimal mark. Null for what is no amount.
 */
export function parseQuantity(text: string): number | null {
  const bare = text.replace(/[\p{Sc}\s'’_]|^[A-Z]{3}\b/gu, '')
  const [, sign = '', digits = '', unit = ''] = /^([-−]?)([\d.,]+)([a-z]*)\.?$/i.exec(bare) ?? []
  const scale = scales[unit.toLowerCase()]
  const value = plainNumber(digits)
  if (scale === undefined || value === null) return null
  // Whole numbers stay whole: 1.1 × 1e6 in binary is 1100000.0000000002.
  const scaled = Number((value * scale).toPrecision(15))
  return sign === '' ? scaled : -scaled
}

function plainNumber(digits: string): number | null {
  const hasThousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
  if (hasThousands) return Number(digits.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^(\d+([.,]\d*)?|[.,]\d+)$/.test(digits)) return Number(digits.replace(',', '.'))
  return null
}

/** The short form a field shows when left: `10k`, `1.5M`, `0.25`; exact, so that nothing typed is lost. */
export function formatQuantity(value: number): string {
  for (const [unit, scale] of [
    ['bn', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    const scaled = Number((value / scale).toPrecision(15))
    const isShort = String(Math.abs(scaled)).replace('.', '').length <= 4
    if (Math.abs(scaled) >= 1 && isShort) return `${scaled}${unit}`
  }
  return value.toLocaleString('en', { maximumFractionDigits: 12 })
}

/** ISO 4217 currencies whose minor unit is not the hundredth. */
const fractionDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

const symbols: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
  ILS: '₪',
  VND: '₫',
  NGN: '₦',
  PHP: '₱',
  UAH: '₴',
}

/** Digits of the minor unit: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar (ISO 4217). */
export function currencyDigits(currency: string): number {
  return fractionDigits[currency] ?? 2
}

/** `€` where the sign is unmistakable, else the code and a space: `CHF `. */
export function currencyPrefix(currency: string): string {
  return symbols[currency] ?? `${currency} `
}

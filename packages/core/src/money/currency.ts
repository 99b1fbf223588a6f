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

/** `€` where the sign is unmistakable, else the code and a space: `CHF `. */
export function currencyPrefix(currency: string): string {
  return symbols[currency] ?? `${currency} `
}

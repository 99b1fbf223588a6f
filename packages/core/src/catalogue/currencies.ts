/**
 * A currency with the decimal places of its minor unit and a rough worth in US dollars. Amounts are scaled by these
 * places (ISO 4217), never by what Intl shows: it hides the minor unit of some currencies, the forint for one.
 */
export type Currency = {
  readonly code: string
  readonly name: string
  readonly minorDigits: number
  /** US dollars that one unit was worth on 31 December 2024, rounded. */
  readonly usdPerUnit: number
}

// European Central Bank euro reference rates of 31 December 2024 crossed to the dollar and rounded; some are rounder still.
// An order of magnitude for first estimates, which people edit.
const rows: readonly (readonly [code: string, name: string, minorDigits: number, usdPerUnit: number])[] = [
  ['EUR', 'Euro', 2, 1.04],
  ['USD', 'US dollar', 2, 1],
  ['GBP', 'Pound sterling', 2, 1.25],
  ['CHF', 'Swiss franc', 2, 1.1],
  ['SEK', 'Swedish krona', 2, 0.091],
  ['NOK', 'Norwegian krone', 2, 0.088],
  ['DKK', 'Danish krone', 2, 0.139],
  ['ISK', 'Icelandic króna', 0, 0.0072],
  ['PLN', 'Polish złoty', 2, 0.243],
  ['CZK', 'Czech koruna', 2, 0.041],
  ['HUF', 'Hungarian forint', 2, 0.0025],
  ['RON', 'Romanian leu', 2, 0.21],
  ['RSD', 'Serbian dinar', 2, 0.0089],
  ['UAH', 'Ukrainian hryvnia', 2, 0.024],
  ['TRY', 'Turkish lira', 2, 0.028],
  ['ILS', 'Israeli new shekel', 2, 0.27],
  ['AED', 'UAE dirham', 2, 0.27],
  ['SAR', 'Saudi riyal', 2, 0.27],
  ['KWD', 'Kuwaiti dinar', 3, 3.2],
  ['ZAR', 'South African rand', 2, 0.053],
  ['CAD', 'Canadian dollar', 2, 0.695],
  ['MXN', 'Mexican peso', 2, 0.048],
  ['BRL', 'Brazilian real', 2, 0.16],
  ['AUD', 'Australian dollar', 2, 0.62],
  ['NZD', 'New Zealand dollar', 2, 0.56],
  ['JPY', 'Japanese yen', 0, 0.0064],
  ['CNY', 'Chinese yuan', 2, 0.137],
  ['HKD', 'Hong Kong dollar', 2, 0.129],
  ['SGD', 'Singapore dollar', 2, 0.73],
  ['INR', 'Indian rupee', 2, 0.0117],
  ['KRW', 'South Korean won', 0, 0.00068],
  ['MYR', 'Malaysian ringgit', 2, 0.224],
  ['THB', 'Thai baht', 2, 0.029],
  ['IDR', 'Indonesian rupiah', 2, 0.000062],
  ['PHP', 'Philippine peso', 2, 0.017],
]

export const currencies: readonly Currency[] = rows.map(([code, name, minorDigits, usdPerUnit]) => ({
  code,
  name,
  minorDigits,
  usdPerUnit,
}))

export const currencyCodes: readonly string[] = currencies.map((currency) => currency.code)

export function findCurrency(code: string): Currency | undefined {
  return currencies.find((currency) => currency.code === code)
}

/** Throws a RangeError for a currency the catalogue does not have. */
export function getCurrency(code: string): Currency {
  const currency = findCurrency(code)
  if (!currency) throw new RangeError(`Currency "${code}" is not in the catalogue`)
  return currency
}

/** Decimal places of the minor unit; two, as most have, for a currency the catalogue does not have. */
export function minorDigitsOf(code: string): number {
  return findCurrency(code)?.minorDigits ?? 2
}

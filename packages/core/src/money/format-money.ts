import { minorDigitsOf } from '../catalogue/currencies.ts'
import { currencyPrefix } from './currency.ts'

const scales = [
  { from: 1e12, suffix: 'T' },
  { from: 1e9, suffix: 'bn' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'k' },
] as const

/**
 * Short money for people: `€410k`, `€1.2M`, `€85`, `−€3.4k`. Three significant digits at most, the same on every machine
 * (no locale data). `minor` is in minor units and may be fractional; not a number gives `unknown`.
 */
export function formatMoneyShort(minor: number, currency: string): string {
  if (!Number.isFinite(minor)) return 'unknown'
  const amount = Math.abs(minor) / 10 ** minorDigitsOf(currency)
  const text = shortAmount(amount)
  const sign = minor < 0 && text !== '0' ? '−' : ''
  return `${sign}${currencyPrefix(currency)}${text}`
}

function shortAmount(amount: number): string {
  // 999.6k reads as 1M: the scale is chosen after rounding to three digits.
  const rounded = amount === 0 ? 0 : Number(amount.toPrecision(3))
  const scale = scales.find((candidate) => rounded >= candidate.from)
  if (scale === undefined)
    return rounded < 10 && rounded > 0 ? trimZeros(rounded.toFixed(2)) : String(Math.round(rounded))
  const scaled = rounded / scale.from
  return `${trimZeros(scaled >= 100 ? scaled.toFixed(0) : scaled >= 10 ? scaled.toFixed(1) : scaled.toFixed(2))}${scale.suffix}`
}

/** Full money: `€410,250.00`, `¥1,200`, `−CHF 3,400.50`: rounded to whole minor units, thousands by comma. */
export function formatMoneyFull(minor: number, currency: string): string {
  if (!Number.isFinite(minor)) return 'unknown'
  const digits = minorDigitsOf(currency)
  const whole = BigInt(Math.round(Math.abs(minor)))
  const unit = 10n ** BigInt(digits)
  const major = (whole / unit).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const fraction = digits === 0 ? '' : `.${(whole % unit).toString().padStart(digits, '0')}`
  const sign = minor < 0 && whole > 0n ? '−' : ''
  return `${sign}${currencyPrefix(currency)}${major}${fraction}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

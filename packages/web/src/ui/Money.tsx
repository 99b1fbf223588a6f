import { formatMoneyFull, formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useTranslation } from '../i18n/use-translation.ts'

export type MoneyProps = {
  /** Minor units; null reads as unknown. */
  readonly minor: number | null | undefined
  readonly currency: string
  /** Adds `a year` in words. */
  readonly perYear?: boolean
  /** `+` before what grows: for changes. */
  readonly signed?: boolean
}

/** Short money (`€410k`) with the full figure on hover. */
export function Money({ minor, currency, perYear = false, signed = false }: MoneyProps) {
  const { t } = useTranslation()
  if (minor === null || minor === undefined) return <span title={t('Not known yet')}>–</span>
  const plus = signed && minor > 0 ? '+' : ''
  return (
    <data value={minor} title={plus + formatMoneyFull(minor, currency)} style={{ whiteSpace: 'nowrap' }}>
      {plus + formatMoneyShort(minor, currency)}
      {perYear && <small style={{ color: 'var(--sn-ink-3)', fontWeight: 400 }}> {t('a year')}</small>}
    </data>
  )
}

export type MoneyRangeProps = {
  readonly lowMinor: number
  readonly highMinor: number
  readonly currency: string
}

/** `€20k – €1.2M`, the 90 % interval in full on hover. */
export function MoneyRange({ lowMinor, highMinor, currency }: MoneyRangeProps) {
  const { t } = useTranslation()
  const low = formatMoneyFull(lowMinor, currency)
  const high = formatMoneyFull(highMinor, currency)
  return (
    <span style={{ whiteSpace: 'nowrap' }} title={t('9 times in 10 between {{low}} and {{high}}', { low, high })}>
      {formatMoneyShort(lowMinor, currency)} – {formatMoneyShort(highMinor, currency)}
    </span>
  )
}

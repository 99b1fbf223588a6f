import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { currencyPrefix } from '@sinew/core/money/currency.ts'
import { QuantityInput, type QuantityInputProps } from './QuantityInput.tsx'

export type MoneyInputProps = Omit<QuantityInputProps, 'value' | 'onChange' | 'leftSection'> & {
  readonly valueMinor: number | null
  readonly onChangeMinor: (minor: number | null) => void
  readonly currency: string
}

/** An amount of money in minor units, typed as `10k` or `1.5M`. */
export function MoneyInput({ valueMinor, onChangeMinor, currency, ...rest }: MoneyInputProps) {
  const unit = 10 ** minorDigitsOf(currency)
  const sign = currencyPrefix(currency).trim()
  return (
    <QuantityInput
      {...rest}
      value={valueMinor === null ? null : valueMinor / unit}
      onChange={(amount) => onChangeMinor(amount === null ? null : Math.round(amount * unit))}
      leftSection={<span style={{ fontSize: '0.8125rem', color: 'var(--sn-ink-3)' }}>{sign}</span>}
      leftSectionWidth={sign.length > 1 ? 48 : 30}
    />
  )
}

import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { formatQuantity, parseQuantity } from './quantity.ts'

export type QuantityInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Null while empty or not an amount. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** The value is a share; people see and type percent. */
  readonly percent?: boolean
}

/** An amount typed as people write it: `10k`, `1.5M`. The text is tidied when the field is left, never while typing. */
export function QuantityInput({ value, onChange, percent = false, onBlur, ...rest }: QuantityInputProps) {
  const [typed, type] = useState<string | null>(null)
  const read = (input: string) => parseQuantity(percent ? input.replace('%', '') : input)
  const text = typed ?? (value === null ? '' : formatQuantity(percent ? timesHundred(value) : value))
  return (
    <TextInput
      inputMode="text"
      autoComplete="off"
      {...rest}
      value={text}
      onChange={(event) => {
        type(event.currentTarget.value)
        const amount = read(event.currentTarget.value)
        onChange(amount === null || !percent ? amount : amount / 100)
      }}
      onBlur={(event) => {
        // What is no amount stays for correction; what is one is shown in its short form.
        if (typed !== null && (typed === '' || read(typed) !== null)) type(null)
        onBlur?.(event)
      }}
    />
  )
}

/** 0.07 × 100 in binary is 7.000000000000001. */
const timesHundred = (share: number): number => Number((share * 100).toPrecision(12))

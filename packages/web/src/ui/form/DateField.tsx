import { TextInput, type TextInputProps } from '@mantine/core'

export type DateFieldProps = Pick<
  TextInputProps,
  'label' | 'description' | 'error' | 'required' | 'size' | 'onBlur'
> & {
  /** An instant (ISO 8601) on the day, or null. */
  readonly value?: string | null
  /** Noon in UTC, so that the day is the same in every time zone people work in. */
  readonly onChange: (instant: string | null) => void
  /** The first and the last day that can be chosen, as instants in ms. */
  readonly from?: number
  readonly to?: number
}

/** A day. The browser's own field: it writes dates as the person does, and brings the phone's own calendar. */
export function DateField({ value, onChange, from, to, ...field }: DateFieldProps) {
  return (
    <TextInput
      {...field}
      type="date"
      min={from === undefined ? undefined : dayOf(from)}
      max={to === undefined ? '9999-12-31' : dayOf(to)}
      value={value?.slice(0, 10) ?? ''}
      onChange={({ currentTarget: { value: day } }) => onChange(day === '' ? null : `${day}T12:00:00Z`)}
    />
  )
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

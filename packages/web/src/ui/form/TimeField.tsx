import { TextInput } from '@mantine/core'
import type { DateFieldProps } from './DateField.tsx'

/** An instant to the minute, in the time zone of whoever types it. The browser's own field. */
export function TimeField({ value, onChange, from, to, ...field }: DateFieldProps) {
  return (
    <TextInput
      {...field}
      type="datetime-local"
      min={from === undefined ? undefined : localOf(from)}
      max={to === undefined ? '9999-12-31T23:59' : localOf(to)}
      value={value ? localOf(Date.parse(value)) : ''}
      onChange={({ currentTarget: { value: local } }) => {
        const at = Date.parse(local)
        onChange(Number.isNaN(at) ? null : new Date(at).toISOString())
      }}
    />
  )
}

/** `2026-05-12T09:30`, as the field wants it. */
function localOf(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

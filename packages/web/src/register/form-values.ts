import { emptyValue, type Field } from '@sinew/core/register/field.ts'
import type { Register } from '@sinew/core/register/register.ts'
import type { Values } from './register-record.ts'

/** Values of the form, of a record or of a new one. */
export function formValues(register: Register, record: Values | null, empty: (field: Field) => unknown): Values {
  return Object.fromEntries(
    Object.entries(register.fields).map(([key, field]) => [key, record === null ? empty(field) : record[key]]),
  )
}

/** What the form of a new object begins with. */
export function usualValue(field: Field): unknown {
  return field.kind === 'day' && field.isUsuallyNow === true ? new Date().toISOString() : emptyValue(field)
}

import type { Fields } from '@sinew/core/register/field.ts'
import { type Named, type Register, referenceName } from '@sinew/core/register/register.ts'

/** One object of any register: names of its fields are known when its register is. */
export type AnyRecord = {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly updatedAt: string
  readonly frozen: string | null
} & Readonly<Record<string, unknown>>

export type Values = Readonly<Record<string, unknown>>

export function fieldsOf({ fields, stamped, computed }: Register): Fields {
  return { ...fields, ...stamped, ...computed }
}

/** What a reference names; null where it names nothing. */
export function namedIn(record: Values, key: string): Named | null {
  return (record[referenceName(key)] as Named | null | undefined) ?? null
}

/** What people call it; where it has no words of its own, what it is. */
export function nameOf(register: Register, record: Values): string {
  const name = String(record[register.named] ?? '')
  return name === '' ? register.label : name
}

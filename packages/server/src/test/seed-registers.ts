import { registers } from '@sinew/contract/register/registers.ts'
import type { Field } from '@sinew/core/register/field.ts'
import { columnOf } from '@sinew/core/register/register.ts'

type Insert = (table: string, values: Record<string, unknown>) => Promise<string>

/** One object in every register, with a value for every required field and every reference. */
export async function seedRegisters(insert: Insert, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const { register } of registers) {
    const entries = Object.entries({ ...register.fields, ...register.stamped })
      .map(([key, field]) => [columnOf(key), seeded(field, ids)] as const)
      .filter(([, value]) => value !== undefined)
    await insert(register.table, { number: 9001, ...Object.fromEntries(entries) })
  }
}

function seeded(field: Field, ids: Readonly<Record<string, string>>): unknown {
  if (field.kind === 'reference') return ids[field.to]
  if (field.kind === 'choice') return field.initial
  if (field.kind === 'text') return field.isRequired ? 'Seeded' : undefined
  if (field.kind === 'day') return field.isRequired ? new Date() : undefined
  if (field.kind === 'number') return field.isRequired ? (field.least ?? 1) : undefined
  return undefined
}

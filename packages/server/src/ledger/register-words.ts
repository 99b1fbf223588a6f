import { registers } from '@sinew/contract/register/registers.ts'
import type { Field, Fields } from '@sinew/core/register/field.ts'
import { columnOf } from '@sinew/core/register/register.ts'

const declared = new Map<string, Fields>(
  registers.map(({ register }) => {
    const fields: Fields = { ...register.fields, ...register.stamped }
    const named = Object.entries(fields).map(([key, field]): [string, Field] => [columnOf(key), field])
    return [register.table, Object.fromEntries(named)]
  }),
)

/** The fields of a register by the columns that keep them; none for what is no register. */
export function fieldsByColumn(entity: string): Fields {
  return declared.get(entity) ?? {}
}

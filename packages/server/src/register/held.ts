import type { Refusal } from '@sinew/core/refusal.ts'
import { columnOf, heldRefusals, type Register, registerRef } from '@sinew/core/register/register.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { boundRegisters } from './bound-registers.ts'
import type { AnyRegister } from './register-rules.ts'

/** The register of the objects that hold parts of this one; undefined where nothing does. */
export function wholeOf({ held, parent, fields }: Register): AnyRegister | undefined {
  const field = parent === undefined ? undefined : fields[parent]
  if (held === undefined || field?.kind !== 'reference') return undefined
  return boundRegisters().find(({ register }) => register.table === field.to)?.register
}

/** Why nothing is added to an object, changed in it or taken from it, by the state in which it is. */
export async function refuseHeld(tx: Reader, register: Register, wholeId: unknown): Promise<readonly Refusal[]> {
  const whole = wholeOf(register)
  if (whole?.states === undefined) return []
  const { rows } = await sql<{ number: number; state: string }>`
    select number, ${sql.ref(columnOf(whole.states.field))} as state from ${sql.table(whole.table)}
    where id = ${wholeId}`.execute(tx)
  const [row] = rows
  return row === undefined
    ? []
    : heldRefusals(register, whole, { ref: registerRef(whole, row.number), state: row.state })
}

import { registers } from '@sinew/contract/register/registers.ts'
import { columnOf, type Register } from '@sinew/core/register/register.ts'
import { type RawBuilder, sql } from 'kysely'

/** Registers whose records somebody owns. */
export const ownedRegisters: readonly Register[] = registers
  .map(({ register }) => register)
  .filter(({ fields }) => fields.ownerId?.kind === 'reference')

/** Whether a record is in a state in which nothing changes any more: it needs nobody. */
export function isOver({ states }: Register, alias: string): RawBuilder<boolean> {
  if (states === undefined || states.frozen.length === 0) return sql<boolean>`false`
  return sql<boolean>`${sql.ref(`${alias}.${columnOf(states.field)}`)} = any (${sql.val([...states.frozen])}::text[])`
}

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Writer } from '../context.ts'

/** Ids sort by the time they were made (RFC 9562, version 7), which keeps index pages warm. */
export function newId(): string {
  return uuid()
}

/** The next people-facing number of a noun in this organisation: the 12 of R-12. */
export async function nextNumber(tx: Writer, noun: string): Promise<number> {
  const result = await sql<{ number: number }>`select next_reference(${noun}) as number`.execute(tx)
  const number = result.rows[0]?.number
  if (number === undefined) throw new Error(`No number came for ${noun}`)
  return number
}

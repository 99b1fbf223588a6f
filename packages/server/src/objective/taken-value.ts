import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** What a figure is, and how it came about; null where there is nothing to measure, which is no value and not a good one. */
export type TakenValue = { readonly value: number; readonly note: string }

export type Take = (db: Reader, at: Date) => Promise<TakenValue | null>
type Pair = { readonly part: unknown; readonly whole: unknown }

export const round = (value: number) => Math.round(value * 100) / 100

/** A share in per cent; `whenNone` is what nothing at all means. */
export function share(pair: Pair, words: string, whenNone: number | null = null): TakenValue | null {
  const [part, whole] = [Number(pair.part), Number(pair.whole)]
  if (whole === 0) return whenNone === null ? null : { value: whenNone, note: `0 of 0 ${words}` }
  return { value: round((100 * part) / whole), note: `${part} of ${whole} ${words}` }
}

export const counted = (count: unknown, words: string): TakenValue => ({
  value: Number(count),
  note: `${Number(count)} ${words}`,
})
export const all = sql<number>`count(*)`
export const where = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})`

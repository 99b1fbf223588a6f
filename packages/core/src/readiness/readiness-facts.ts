import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import type { DerivedStanding } from '../chain/derive-standing.ts'
import type { RecordOf, Register } from '../register/register.ts'

/** A version of what is approved in versions: the methodology, the Statement of Applicability. */
export type VersionFact = {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly approvedAt: number | null
  /** Approved by whoever wrote it, because nobody else was there. */
  readonly approvedAlone: boolean
}

/** What the readiness of an organisation is read from, as plain data of one instant. Times are milliseconds since 1970 UTC. */
export type ReadinessFacts = {
  readonly at: number
  readonly organization: { readonly name: string; readonly scope: string }
  readonly snapshot: ChainSnapshot
  readonly standing: DerivedStanding
  readonly methodology: { readonly isDefault: boolean; readonly versions: readonly VersionFact[] }
  readonly soa: { readonly versions: readonly VersionFact[] }
  /** When each risk and obligation is to be looked at again, by id; absent where nobody has said. */
  readonly reviewAt: ReadonlyMap<string, number>
  /** When each risk was last looked at and changed, by id. */
  readonly assessedAt: ReadonlyMap<string, number>
  /** Assets in scope with a high need, their own or handed down, that no open risk is about. */
  readonly unassessedAssets: readonly { readonly number: number; readonly title: string }[]
  /** Every record of every register, by table. */
  readonly records: ReadonlyMap<string, readonly object[]>
}

/** The records of one register; none where the register was not read. */
export function recordsIn<R extends Register>(facts: ReadinessFacts, register: R): readonly RecordOf<R>[] {
  return (facts.records.get(register.table) ?? []) as readonly RecordOf<R>[]
}

/** Whether a day is past; a day that nobody set is not, it is missing. */
export function isPast(facts: ReadinessFacts, day: string | null | undefined): boolean {
  return typeof day === 'string' && Date.parse(day) < facts.at
}

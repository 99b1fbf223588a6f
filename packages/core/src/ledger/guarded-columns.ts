import type { LedgerRow } from './diff-rows.ts'
import type { EntityName } from './ledgered-entities.ts'

/** Who reads the ledger, as far as single values are kept from them. */
export type LedgerReader = {
  readonly userId: string
  /** Whether the reader may see what others estimated of a risk; see `mayLook`. */
  readonly mayLook: (riskId: string) => boolean
  /** The person the reader is, if any: own figures are never kept from anybody. */
  readonly personId: string | null
}

const figures = ['frequency_low', 'frequency_high', 'loss_low_minor', 'loss_high_minor', 'note']
const answers = ['question_id', 'low', 'high', 'truth']

/**
 * The row as this reader may see it: that somebody estimated is no secret, the figures are until the reader has given theirs; training
 * answers are their person's alone.
 */
export function guardColumns(entity: EntityName, row: LedgerRow, reader: LedgerReader): LedgerRow {
  if (entity === 'calibration_answer') return row.user_id === reader.userId ? row : without(row, answers)
  if (entity !== 'risk_estimate' || row.person_id === reader.personId) return row
  return reader.mayLook(String(row.risk_id)) ? row : without(row, figures)
}

/** Whether rows of this kind can hold something that is kept from a reader. */
export function isGuarded(entity: EntityName): boolean {
  return entity === 'calibration_answer' || entity === 'risk_estimate'
}

function without(row: LedgerRow, columns: readonly string[]): LedgerRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
}

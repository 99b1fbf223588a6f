import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import type { ShownChange } from '../ui/history/HistoryPanel.tsx'
import { ShownValue } from './ShownValue.tsx'

/** The changes of a revision, ready for the panels that show before and after. */
export function shownChanges({ changes }: Pick<Revision, 'changes'>, currency: string): readonly ShownChange[] {
  return changes.map(({ field, label, kind, before, after }) => ({
    field,
    label,
    before: before === null ? null : <ShownValue kind={kind} value={before} currency={currency} />,
    after: <ShownValue kind={kind} value={after} currency={currency} />,
  }))
}

import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { trimCommon } from '@sinew/core/ledger/trim-shared-text.ts'
import type { ShownChange } from '../ui/history/HistoryPanel.tsx'
import { ShownValue } from './ShownValue.tsx'

/** The changes of a revision, ready for the panels that show before and after. */
export function shownChanges({ changes }: Pick<Revision, 'changes'>, currency: string): readonly ShownChange[] {
  return changes.map(({ field, label, kind, before, after }) => {
    const [old, now] =
      kind === 'text' && typeof before === 'string' && typeof after === 'string'
        ? trimCommon(before, after)
        : [before, after]
    return {
      field,
      label,
      before: old === null ? null : <ShownValue kind={kind} value={old} currency={currency} />,
      after: <ShownValue kind={kind} value={now} currency={currency} />,
    }
  })
}

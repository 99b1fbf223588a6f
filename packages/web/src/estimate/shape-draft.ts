import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { LossShape } from '@sinew/core/chain/chain-snapshot.ts'
import { parseQuantity } from '../ui/form/quantity.ts'

/** Laws of an estimate while they are typed: a kind that is chosen, with what is known of it. */
export type FrequencyKind = 'range' | 'at_most_once'
export type LossKind = 'range' | 'pert' | 'amounts'

export type ShapeDraft = {
  readonly frequencyKind: FrequencyKind
  readonly probability: number | null
  readonly lossKind: LossKind
  readonly minMinor: number | null
  readonly modeMinor: number | null
  readonly maxMinor: number | null
  /** In whole units of the currency, as pasted. */
  readonly amounts: string
}

export type Shapes = Pick<RiskDetail, 'frequencyShape' | 'lossShape'>

export function shapeDraftOf({ frequencyShape, lossShape }: Partial<Shapes>, unit: number): ShapeDraft {
  const pert = lossShape?.kind === 'pert' ? lossShape : null
  return {
    frequencyKind: frequencyShape ? 'at_most_once' : 'range',
    probability: frequencyShape?.probability ?? null,
    lossKind: lossShape?.kind ?? 'range',
    minMinor: pert?.minMinor ?? null,
    modeMinor: pert?.modeMinor ?? null,
    maxMinor: pert?.maxMinor ?? null,
    amounts: lossShape?.kind === 'amounts' ? lossShape.amountsMinor.map((minor) => minor / unit).join('\n') : '',
  }
}

/** The laws as far as they are whole; null where a range says it, or something is missing. */
export function shapesOf(draft: ShapeDraft, unit: number): Shapes {
  const { frequencyKind, probability } = draft
  return {
    frequencyShape: frequencyKind === 'range' || probability === null ? null : { kind: 'at_most_once', probability },
    lossShape: lossShapeOf(draft, unit) as Shapes['lossShape'],
  }
}

function lossShapeOf({ lossKind, minMinor, modeMinor, maxMinor, amounts }: ShapeDraft, unit: number): LossShape | null {
  if (lossKind === 'range') return null
  if (lossKind === 'pert')
    return minMinor === null || modeMinor === null || maxMinor === null
      ? null
      : { kind: 'pert', minMinor, modeMinor, maxMinor }
  const { read } = readAmounts(amounts)
  return read.length === 0 ? null : { kind: 'amounts', amountsMinor: read.map((amount) => Math.round(amount * unit)) }
}

/** Amounts from a column that was pasted or typed, one a line or between semicolons; and what could not be read. */
export function readAmounts(text: string): { readonly read: readonly number[]; readonly unread: readonly string[] } {
  const parts = text
    .split(/[\n;\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read: number[] = []
  const unread: string[] = []
  for (const part of parts) {
    const amount = parseQuantity(part.replace(/[\s’']/g, ''))
    if (amount === null) unread.push(part)
    else read.push(amount)
  }
  return { read, unread }
}

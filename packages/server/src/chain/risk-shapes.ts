import type { ControlLink, Interval, LossShape, RiskInput, SecondaryLoss } from '@sinew/core/chain/chain-snapshot.ts'

type ShapeRow = {
  readonly frequency_shape: unknown
  readonly loss_shape: unknown
  readonly secondary_losses: unknown
  readonly contained_saved: number | null
}
type Shapes = Pick<RiskInput, 'frequencyShape' | 'lossShape' | 'secondaryLosses' | 'containedSaved'>

type RiskRow = ShapeRow & {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly category: string
  readonly status: string
  readonly owner_id: string | null
  readonly assessed_by: string | null
  readonly treatment: string | null
  readonly frequency_low: number | null
  readonly frequency_high: number | null
  readonly loss_low_minor: number | null
  readonly loss_high_minor: number | null
  readonly loss_cap_minor: number | null
}

/** A risk as core reads it, with the links and assets that were loaded beside it. */
export function toRiskInput(row: RiskRow, links: readonly ControlLink[], assetIds: readonly string[]): RiskInput {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    category: row.category,
    status: row.status as RiskInput['status'],
    ownerId: row.owner_id,
    assessedBy: row.assessed_by,
    treatment: row.treatment as RiskInput['treatment'],
    frequency: toInterval(row.frequency_low, row.frequency_high),
    lossMinor: toInterval(row.loss_low_minor, row.loss_high_minor),
    lossCapMinor: row.loss_cap_minor,
    ...shapesOf(row),
    links,
    assetIds,
  }
}

function toInterval(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high }
}

/** What an estimate says beyond its ranges, as core reads it: what is not said is left out. Written by our own use-cases, which check it. */
export function shapesOf(row: ShapeRow): Shapes {
  const secondaryLosses = row.secondary_losses as readonly SecondaryLoss[]
  return {
    ...(row.frequency_shape === null
      ? {}
      : { frequencyShape: row.frequency_shape as Shapes['frequencyShape'] & object }),
    ...(row.loss_shape === null ? {} : { lossShape: row.loss_shape as LossShape }),
    ...(secondaryLosses.length === 0 ? {} : { secondaryLosses }),
    ...(row.contained_saved === null ? {} : { containedSaved: row.contained_saved }),
  }
}

type LinkRow = {
  readonly control_id: string
  readonly effect: string
  readonly reduction_low: number
  readonly reduction_high: number
  readonly coverage: number
}

/** A link as core reads it; one that reaches all of the exposure says nothing of it. */
export function toControlLinkInput(row: LinkRow): ControlLink {
  return {
    controlId: row.control_id,
    effect: row.effect as ControlLink['effect'],
    reduction: { low: row.reduction_low, high: row.reduction_high },
    ...(row.coverage === 1 ? {} : { coverage: row.coverage }),
  }
}

import type { ControlLink, LossShape, RiskInput, SecondaryLoss } from '@sinew/core/chain/chain-snapshot.ts'

type ShapeRow = {
  readonly frequency_shape: unknown
  readonly loss_shape: unknown
  readonly secondary_losses: unknown
  readonly contained_saved: number | null
}
type Shapes = Pick<RiskInput, 'frequencyShape' | 'lossShape' | 'secondaryLosses' | 'containedSaved'>

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

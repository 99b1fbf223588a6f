import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { AppetitePoint } from '../ui/chart/loss-curve-points.ts'
import type { AheadPoint } from './between-states.ts'
import type { SampledYear } from './sample-year.ts'
import type { TailDrivers } from './tail-drivers.ts'
import type { Trial } from './trial.ts'

/** What the page asks of a worker: to open a portfolio, once, then prices of trials, each when the one before is answered. */
export type LossRequest =
  | {
      readonly kind: 'open'
      readonly snapshot: ChainSnapshot
      readonly at: number
      /** Points of the appetite. */
      readonly limits: readonly AppetitePoint[]
      /** Fine ones also lead to what drives the year, and to the year ahead. */
      readonly lattices: 'fine' | 'coarse'
    }
  | { readonly kind: 'price'; readonly trial: Trial }

export type LossAnswer =
  /** How far the opening is, 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  /** The states that differ from the year that was answered last; all of them in the first, which is the year as it is. */
  | { readonly kind: 'year'; readonly year: Partial<SampledYear> }
  | { readonly kind: 'drivers'; readonly drivers: TailDrivers }
  /** The proven year at an instant ahead, if nobody does anything; in order of time. */
  | { readonly kind: 'ahead'; readonly point: AheadPoint }
  | { readonly kind: 'failed'; readonly message: string }

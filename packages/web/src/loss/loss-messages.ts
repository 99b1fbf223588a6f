import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { AppetitePoint } from '../ui/chart/loss-curve-points.ts'
import type { AheadPoint } from './between-states.ts'
import type { SampledYear } from './sample-year.ts'
import type { TailDrivers } from './tail-drivers.ts'
import type { Trial } from './trial.ts'

/** What the page asks of the worker. A newer job of a kind takes the place of an older one. */
export type LossRequest =
  | {
      readonly kind: 'open'
      readonly job: number
      readonly snapshot: ChainSnapshot
      readonly at: number
      /** Points of the appetite. */
      readonly limits: readonly AppetitePoint[]
    }
  | { readonly kind: 'price'; readonly job: number; readonly trial: Trial }
  | { readonly kind: 'cancel' }

export type LossAnswer =
  /** How far the opening is, 0 to 1. */
  | { readonly kind: 'progress'; readonly job: number; readonly share: number }
  | { readonly kind: 'year'; readonly job: number; readonly year: SampledYear }
  | { readonly kind: 'drivers'; readonly job: number; readonly drivers: TailDrivers }
  /** The proven year at an instant ahead, if nobody does anything; in order of time. */
  | { readonly kind: 'ahead'; readonly job: number; readonly point: AheadPoint }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string }

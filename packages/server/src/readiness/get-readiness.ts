import type { ItemAnswer, Predicted, Readiness, ReadinessItem } from '@sinew/contract/readiness/readiness-contract.ts'
import {
  type Answer,
  deriveReadiness,
  type Predicted as Found,
  type ReadinessItem as Item,
} from '@sinew/core/readiness/derive-readiness.ts'
import { keepAtLedgerEnd } from '../chain/keep-at-ledger-end.ts'
import { chainVersion } from '../chain/kept-chain.ts'
import type { Context } from '../context.ts'
import { loadFacts } from './load-facts.ts'

/** Each is some hundreds of kilobytes. */
const kept = keepAtLedgerEnd<Readiness>(50, () => 1)

/** How ready the organisation is, at the instant that is asked for: read from every register there is, once for each who asks. */
export async function getReadiness(ctx: Context): Promise<Readiness> {
  const { kind, id } = ctx.actor
  return kept(ctx, `${kind} ${id} ${ctx.role} ${await chainVersion(ctx.db)}`, () => readinessOf(ctx))
}

async function readinessOf(ctx: Context): Promise<Readiness> {
  const { at, items, predicted, counts } = deriveReadiness(await loadFacts(ctx))
  return { at: new Date(at).toISOString(), items: items.map(toItem), predicted: predicted.map(toPredicted), counts }
}

function toItem({ answers, predicted, ...item }: Item): ReadinessItem {
  return { ...item, answers: answers.map(toAnswer), predicted: predicted.map(toPredicted) }
}

function toAnswer({ at, ...answer }: Answer): ItemAnswer {
  return { ...answer, at: at === null ? null : new Date(at).toISOString() }
}

function toPredicted({ seen, ...predicted }: Found): Predicted {
  return { ...predicted, seen: [...seen] }
}

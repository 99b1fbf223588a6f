import type { listBackTests, TestedRisk } from '@sinew/contract/back-test/back-test-contract.ts'
import type { CountShown } from '@sinew/contract/back-test/back-test-fields.ts'
import type { BackTestSort } from '@sinew/contract/back-test/back-test-words.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { calibration } from '@sinew/core/back-test/calibration.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import type { Page, PageQuery } from '../db/list-page.ts'
import { testedOf } from './shown.ts'
import { type TestedRisk as Tested, testedRisks } from './tested-risks.ts'

type Filters = Pick<ParsedQuery<typeof listBackTests>, 'q' | 'category' | 'proposal'>

/** How improbable what happened was, both ways: the smaller the more surprising. Without a forecast nothing is. */
export function surpriseOf(count: Pick<CountShown, 'asManyOrMore' | 'asFewOrFewer'> | null): number {
  return count === null ? 2 : Math.min(count.asManyOrMore, count.asFewOrFewer)
}

const keys: Readonly<Record<BackTestSort, (one: TestedRisk) => number | string>> = {
  surprise: (one) => surpriseOf(one.claimed),
  number: (one) => one.number,
  title: (one) => one.title,
  observed: (one) => one.claimed?.observed ?? one.eventsOutside,
  predicted: (one) => one.claimed?.mean ?? 0,
  loss: (one) => one.observedLossMinor,
  watched: (one) => one.watchedYears,
}

/** Worked out in memory, where all figures of a page come from; sorted and cut there too. */
export async function findBackTests(ctx: Context, query: Filters & PageQuery): Promise<Page<TestedRisk>> {
  const { risks } = await testedRisks(ctx)
  const { page, pageSize, sort, q, category, proposal } = query
  const words = q?.toLowerCase()
  const fitting = risks.filter(
    (one) =>
      (category === undefined || one.risk.category === category) &&
      (words === undefined ||
        one.risk.title.toLowerCase().includes(words) ||
        riskRef(one.risk.number).toLowerCase() === words) &&
      (proposal === undefined || (one.proposal !== null && !one.isDismissed) === proposal),
  )
  const descending = sort.startsWith('-')
  const keyOf = keys[(descending ? sort.slice(1) : sort) as BackTestSort]
  const shown = fitting.map(toTested).sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    const order = x < y ? -1 : x > y ? 1 : a.number - b.number
    return descending ? -order : order
  })
  return { items: shown.slice((page - 1) * pageSize, page * pageSize), total: shown.length, page, pageSize }
}

function toTested({ risk, test, proposal, isDismissed }: Tested): TestedRisk {
  return {
    ...testedOf(test),
    riskId: risk.id,
    number: risk.number,
    title: risk.title,
    category: risk.category,
    status: risk.status,
    hindcastYears: test.hindcastYears,
    losses: calibration(test.losses.length, test.losses.filter(({ isHit }) => isHit).length),
    proposal: proposal === null || isDismissed ? null : proposal.isWorse ? 'worse' : 'better',
  }
}

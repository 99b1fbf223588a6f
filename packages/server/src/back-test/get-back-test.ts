import type { BackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import { estimatorBackTests, groupBackTest } from '@sinew/core/back-test/back-test-groups.ts'
import type { YearForecast } from '@sinew/core/back-test/year-forecast.ts'
import { yearlyTotals } from '@sinew/core/back-test/yearly-totals.ts'
import { endOfDay } from '@sinew/core/occurrence/occurrence-rules.ts'
import { inGroups } from '../chain/in-groups.ts'
import type { Context } from '../context.ts'
import { findWatches } from '../occurrence/watch-store.ts'
import { surpriseOf } from './find-back-tests.ts'
import { testedOf, toCount } from './shown.ts'
import { testedRisks } from './tested-risks.ts'
import { yearForecasts } from './year-forecasts.ts'

export async function getBackTest(ctx: Context): Promise<BackTest> {
  const { snapshot, chain, records, risks } = await testedRisks(ctx)
  const forecasts = yearForecasts(snapshot, chain)
  const now = ctx.asOf ?? ctx.now
  // What is recorded of a day counts from its morning on.
  const tonight = endOfDay(now.getTime())
  const tests = risks.map(({ test }) => test)
  const groups = inGroups(
    risks,
    ({ risk }) => risk.category,
    ({ test }) => test,
  )
  const waiting = risks.filter(({ proposal, isDismissed }) => proposal !== null && !isDismissed)
  return {
    currency: snapshot.currency,
    all: toGroup(groupBackTest(tests)),
    categories: [...groups]
      .map(([category, members]) => ({ category, ...toGroup(groupBackTest(members)) }))
      .sort((a, b) => surpriseOf(a.claimed) - surpriseOf(b.claimed)),
    estimators: estimatorBackTests(tests).map((one) => ({ ...one, events: toCount(one.events) })),
    yearForecast: {
      claimed: toYear(forecasts.claimed),
      proven: toYear(forecasts.proven),
      isExact: forecasts.proven.isExact,
    },
    years: yearlyTotals(records.occurrences, records.watchedByAll, tonight).map((year) => ({
      ...year,
      from: new Date(year.from).toISOString(),
      until: new Date(year.until).toISOString(),
      asMuchOrMore: {
        claimed: forecasts.claimed.asMuchOrMore(year.lossMinor),
        proven: forecasts.proven.asMuchOrMore(year.lossMinor),
      },
    })),
    watches: await findWatches(ctx.db),
    proposals: {
      worse: waiting.filter(({ proposal }) => proposal?.isWorse).length,
      better: waiting.filter(({ proposal }) => !proposal?.isWorse).length,
    },
  }
}

function toYear({ meanMinor, lowMinor, medianMinor, highMinor }: YearForecast) {
  return { meanMinor, lowMinor, medianMinor, highMinor }
}

function toGroup(group: ReturnType<typeof groupBackTest>) {
  return { ...testedOf(group), risks: group.risks, losses: group.losses }
}

import * as contract from '@sinew/contract/incident/incident-contract.ts'
import { incidentMoveRefusals, incidentRefusals } from '@sinew/core/incident/incident-rules.ts'
import type { IncidentState } from '@sinew/core/incident/incident-words.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { correctOccurrences, refuseConfirmation, takeOccurrenceBack, writeOccurrence } from './confirm-risk.ts'
import { setDueTimes } from './due-times.ts'
import { clockStanding, lateClocks, nextDueAt, totalLossMinor } from './incident-computed.ts'
import { factsOf, timesOf } from './incident-facts.ts'
import { incidentReport } from './incident-report.ts'
import { reportIncident } from './report-incident.ts'
import { findSuggestedClocks } from './suggested-clocks.ts'

export const incidentRoutes: readonly Binding[] = [
  handle(contract.reportIncident, (ctx, { body }) => reportIncident(ctx, body)),
  handle(contract.getIncidentReport, (ctx, { params, query }) => incidentReport(ctx, params.incidentId, query.format)),
  handle(contract.listSuggestedClocks, async (ctx, { params }) => ({
    items: await findSuggestedClocks(ctx, params.incidentId),
  })),
  ...registerBindings(contract.incidents, {
    searched: ['description'],
    computed: {
      totalLossMinor: () => totalLossMinor,
      nextDueAt,
      lateClocks,
    },
    check: async (ctx, _tx, given) => incidentRefusals(timesOf(given), ctx.now.getTime()),
    guard: async (_ctx, tx, incident, { to }) =>
      incidentMoveRefusals(await factsOf(tx, incident.id, incident), to as IncidentState),
    keep: async (_ctx, _tx, { state }) =>
      state === 'reported'
        ? []
        : refuse('incident-kept', 'What was looked into stays: sort it out as an event if it was none.'),
    changed: async (ctx, tx, after, before) => {
      if (before === null || (before.noticedAt === after.noticedAt && before.occurredAt === after.occurredAt)) return
      await setDueTimes(tx, after.id)
      await correctOccurrences(ctx, tx, after.id)
    },
    moved: (_ctx, tx, { id }) => setDueTimes(tx, id),
  }),
  ...registerBindings(contract.incidentEntries, {
    searched: ['source'],
  }),
  ...registerBindings(contract.incidentNotifications, {
    computed: { standing: clockStanding },
    check: async (ctx, _tx, given) => {
      if (given.regime === 'contract' && given.hours === null)
        return refuse('no-hours', 'Say within how many hours the contract asks to be told.')
      if (given.applies === 'no' && given.toldAt !== null)
        return refuse('told-though-not-needed', 'They were told: say that it applies, or empty when.')
      if (given.toldAt !== null && Date.parse(given.toldAt) > ctx.now.getTime() + 300_000)
        return refuse('told-in-future', 'They cannot have been told yet.')
      return []
    },
    changed: (_ctx, tx, { incidentId }) => setDueTimes(tx, incidentId),
  }),
  ...registerBindings(contract.incidentRisks, {
    check: (_ctx, tx, given, before) => refuseConfirmation(tx, given, before),
    changed: writeOccurrence,
    removed: (_ctx, tx, confirmed) => takeOccurrenceBack(tx, confirmed),
  }),
  ...registerBindings(contract.incidentControls),
]

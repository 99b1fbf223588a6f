import * as contract from '@sinew/contract/incident/incident-contract.ts'
import { incidentMoveRefusals, incidentRefusals } from '@sinew/core/incident/incident-rules.ts'
import type { IncidentState } from '@sinew/core/incident/incident-words.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Writer } from '../context.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { correctOccurrences, refuseConfirmation, takeOccurrenceBack, writeOccurrence } from './confirm-risk.ts'
import { setDueTimes } from './due-times.ts'
import { clockStanding, lateClocks, nextDueAt, totalLossMinor } from './incident-computed.ts'
import { factsOf, timesOf } from './incident-facts.ts'
import { reportIncident } from './report-incident.ts'
import { findSuggestedClocks } from './suggested-clocks.ts'

/** Parts of a closed incident stay as they are. */
async function refuseWhileClosed(tx: Writer, incidentId: string) {
  const incident = await tx
    .selectFrom('incident')
    .select(['state', 'number'])
    .where('id', '=', incidentId)
    .executeTakeFirst()
  if (incident === undefined || !['closed', 'event'].includes(incident.state)) return []
  return refuse('incident-closed', `IN-${incident.number} is closed: open it again before you change it.`)
}

type Part = { readonly incidentId: string }
const open = {
  check: (_ctx: Context, tx: Writer, { incidentId }: Part) => refuseWhileClosed(tx, incidentId),
  keep: (_ctx: Context, tx: Writer, { incidentId }: Part) => refuseWhileClosed(tx, incidentId),
}

export const incidentRoutes: readonly Binding[] = [
  handle(contract.reportIncident, (ctx, { body }) => reportIncident(ctx, body)),
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
    ...open,
  }),
  ...registerBindings(contract.incidentNotifications, {
    computed: { standing: clockStanding },
    ...open,
    check: async (ctx, tx, given) => {
      if (given.regime === 'contract' && given.hours === null)
        return refuse('no-hours', 'Say within how many hours the contract asks to be told.')
      if (given.applies === 'no' && given.toldAt !== null)
        return refuse('told-though-not-needed', 'They were told: say that it applies, or empty when.')
      if (given.toldAt !== null && Date.parse(given.toldAt) > ctx.now.getTime() + 300_000)
        return refuse('told-in-future', 'They cannot have been told yet.')
      return refuseWhileClosed(tx, given.incidentId)
    },
    changed: (_ctx, tx, { incidentId }) => setDueTimes(tx, incidentId),
  }),
  ...registerBindings(contract.incidentRisks, {
    ...open,
    check: async (_ctx, tx, given, before) => [
      ...(await refuseWhileClosed(tx, given.incidentId)),
      ...(await refuseConfirmation(tx, given, before)),
    ],
    changed: writeOccurrence,
    removed: (_ctx, tx, confirmed) => takeOccurrenceBack(tx, confirmed),
  }),
  ...registerBindings(contract.incidentControls, open),
]

import type { incidentRegister } from '@sinew/core/incident/incident-register.ts'
import type { IncidentFacts } from '@sinew/core/incident/incident-rules.ts'
import type { GivenOf } from '@sinew/core/register/register.ts'
import type { Reader } from '../context.ts'

type Given = GivenOf<typeof incidentRegister>

/** What the rules of steps are asked with. */
export async function factsOf(db: Reader, incidentId: string, given: Given): Promise<IncidentFacts> {
  const clocks = await db
    .selectFrom('incident_notification')
    .select(['regime', 'applies', 'told_at'])
    .where('incident_id', '=', incidentId)
    .execute()
  const risks = await db
    .selectFrom('incident_risk')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
  return {
    severity: given.severity,
    category: given.category,
    personalData: given.personalData,
    assigneeId: given.assigneeId,
    containment: given.containment,
    recovery: given.recovery,
    cause: given.cause,
    lessons: given.lessons,
    noRiskReason: given.noRiskReason,
    ...timesOf(given),
    risks: risks.n,
    clocks: clocks.map(({ regime, applies, told_at }) => ({
      regime,
      state: applies === 'no' ? 'not_needed' : told_at === null ? 'running' : 'told',
    })),
  }
}

export function timesOf({ noticedAt, occurredAt }: Pick<Given, 'noticedAt' | 'occurredAt'>) {
  return { noticedAt: Date.parse(noticedAt), occurredAt: occurredAt === null ? null : Date.parse(occurredAt) }
}

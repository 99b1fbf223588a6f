import type { PaperFormat } from '@sinew/contract/export/paper-format.ts'
import { incidentControlRegister, incidentRiskRegister } from '@sinew/core/incident/incident-parts.ts'
import { incidentRegister } from '@sinew/core/incident/incident-register.ts'
import { incidentStates } from '@sinew/core/incident/incident-words.ts'
import { type RegimeName, regimeLabels, standingWords } from '@sinew/core/incident/notification-clock.ts'
import { formatMoneyFull } from '@sinew/core/money/format-money.ts'
import type { Context, Reader } from '../context.ts'
import { notFound } from '../errors.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { answerPaper, type PaperSection } from '../reports/paper.ts'
import { clockStanding } from './incident-computed.ts'

const isOver = ['closed', 'event']

/** The report of an incident: what happened when, who was told, what came true, what failed, what it cost and taught. */
export async function incidentReport(ctx: Context, incidentId: string, format: PaperFormat): Promise<Response> {
  const incident = await loadIncident(ctx.db, incidentId)
  if (incident === undefined) throw notFound('incident')
  const at = ctx.asOf ?? ctx.now
  const parts = await loadParts(ctx, incidentId)
  const organization = await ctx.db
    .selectFrom('organization')
    .select(['name', 'currency', 'time_zone'])
    .executeTakeFirstOrThrow()
  const says = wordsOf(organization.time_zone, organization.currency)
  const isDraft = !isOver.includes(incident.state)
  const state = incidentStates[incident.state as keyof typeof incidentStates]
  return answerPaper(
    {
      organization: organization.name,
      title: `Report of the incident: ${incident.title}`,
      subject: `IN-${incident.number} · ISO/IEC 27001:2022, A.5.24 to A.5.28`,
      mark: isDraft ? `Not closed yet · ${state}` : state,
      isDraft,
      // Days as text: what is hashed is what a file could hold.
      hash: isDraft ? null : contentHash(JSON.parse(JSON.stringify({ incident, parts }))),
      facts: factsOf(incident, says),
      sections: sectionsOf(incident, parts, says),
      at: incident.closed_at ?? at,
      name: `incident-${incident.number}`,
    },
    format,
  )
}

function loadIncident(db: Reader, incidentId: string) {
  return db
    .selectFrom('incident')
    .leftJoin('person as assignee', 'assignee.id', 'incident.assignee_id')
    .leftJoin('person as closer', 'closer.id', 'incident.closed_by_id')
    .selectAll('incident')
    .select(['assignee.name as assignee_name', 'closer.name as closed_by_name'])
    .where('incident.id', '=', incidentId)
    .executeTakeFirst()
}
type Incident = NonNullable<Awaited<ReturnType<typeof loadIncident>>>

async function loadParts(ctx: Context, incidentId: string) {
  const { db } = ctx
  const at = ctx.asOf ?? ctx.now
  const entries = await db
    .selectFrom('incident_entry')
    .select(['at', 'title', 'source', 'written_by_name'])
    .where('incident_id', '=', incidentId)
    .orderBy('at')
    .orderBy('number')
    .execute()
  const notifications = await db
    .selectFrom('incident_notification as record')
    .select(['regime', 'title', 'why', 'due_at', 'told_at', 'proof', clockStanding(db, at).as('standing')])
    .where('incident_id', '=', incidentId)
    .orderBy('due_at')
    .orderBy('number')
    .execute()
  const risks = await db
    .selectFrom('incident_risk')
    .innerJoin('risk', 'risk.id', 'incident_risk.risk_id')
    .select(['risk.number', 'risk.title', 'incident_risk.kind', 'incident_risk.loss_minor'])
    .where('incident_id', '=', incidentId)
    .orderBy('incident_risk.number')
    .execute()
  const controls = await db
    .selectFrom('incident_control')
    .innerJoin('control', 'control.id', 'incident_control.control_id')
    .select(['control.ref', 'control.title as control', 'incident_control.title', 'incident_control.outcome'])
    .where('incident_id', '=', incidentId)
    .orderBy('incident_control.number')
    .execute()
  // Linked from either end.
  const linked = await db
    .selectFrom('nonconformity')
    .select(['number', 'title'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('object_link')
          .select('object_link.id')
          .where((link) =>
            link.or([
              link.and([
                link('from_id', '=', incidentId),
                link('to_entity', '=', 'nonconformity'),
                link('to_id', '=', link.ref('nonconformity.id')),
              ]),
              link.and([
                link('to_id', '=', incidentId),
                link('from_entity', '=', 'nonconformity'),
                link('from_id', '=', link.ref('nonconformity.id')),
              ]),
            ]),
          ),
      ),
    )
    .orderBy('number')
    .execute()
  const nonconformities = linked.map(({ number, title }) => `NC-${number} ${title}`)
  return { entries, notifications, risks, controls, nonconformities }
}
type Parts = Awaited<ReturnType<typeof loadParts>>

type Words = { readonly time: (at: Date | null) => string; readonly money: (minor: number | null) => string }

/** Times as people of the organisation read them, and its money. */
function wordsOf(timeZone: string, currency: string): Words {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return {
    time: (at) => (at === null ? '' : format.format(at)),
    money: (minor) => (minor === null ? '' : formatMoneyFull(minor, currency)),
  }
}

function factsOf(incident: Incident, { time }: Words): readonly (readonly [string, string])[] {
  const { category, severity, personalData, hit } = incidentRegister.fields
  const facts: readonly (readonly [string, string])[] = [
    ['Kind', category.words[incident.category as keyof typeof category.words]],
    ['Severity', severity.words[incident.severity as keyof typeof severity.words]],
    ['What was hit', incident.hit.map((one) => hit.words?.[one] ?? one).join(', ')],
    ['Personal data involved', personalData.words[incident.personal_data as keyof typeof personalData.words]],
    ['Happened', time(incident.occurred_at)],
    ['Noticed', time(incident.noticed_at)],
    ['Reported', `${time(incident.reported_at)} by ${incident.reported_by_name}`],
    ['Contained', time(incident.contained_at)],
    ['Recovered', time(incident.recovered_at)],
    ['Handled by', incident.assignee_name ?? ''],
    [
      'Closed',
      incident.closed_at === null ? '' : `${time(incident.closed_at)} by ${incident.closed_by_name ?? 'nobody'}`,
    ],
  ]
  return facts.filter(([, value]) => value !== '')
}

function sectionsOf(incident: Incident, parts: Parts, { time, money }: Words): readonly PaperSection[] {
  const said = (text: string, otherwise = 'Not written down yet.') => [text || otherwise]
  const costs: readonly (readonly [string, number | null])[] = [
    ['Direct loss', incident.direct_loss_minor],
    ['Cost of the response', incident.response_cost_minor],
    ['Fines and damages', incident.fines_minor],
    ['Other cost', incident.other_loss_minor],
  ]
  const known = costs.filter(([, minor]) => minor !== null)
  const total = known.reduce((sum, [, minor]) => sum + (minor ?? 0), 0)
  const { kind } = incidentRiskRegister.fields
  const { outcome } = incidentControlRegister.fields
  return [
    { title: 'What happened', paragraphs: said(incident.description, incident.title) },
    {
      title: 'Time line',
      paragraphs: parts.entries.length === 0 ? ['Nothing is written down.'] : [],
      table: {
        head: ['When', 'What', 'Source', 'Written by'],
        widths: [1.7, 5, 1.8, 1.5],
        rows: parts.entries.map((one) => [time(one.at), one.title, one.source, one.written_by_name]),
      },
    },
    { title: 'How it was contained', paragraphs: said(incident.containment) },
    { title: 'How the cause was removed and service restored', paragraphs: said(incident.recovery) },
    {
      title: 'Who had to be told',
      paragraphs: parts.notifications.length === 0 ? ['Nobody had to be told.'] : [],
      table: {
        head: ['Whom', 'Under', 'Due', 'Told', 'Outcome', 'Why'],
        widths: [1.8, 1.3, 1.4, 2.2, 1.1, 2.5],
        rows: parts.notifications.map((one) => [
          one.title,
          regimeLabels[one.regime as RegimeName],
          time(one.due_at),
          [time(one.told_at), one.proof].filter(Boolean).join('\n'),
          standingWords[one.standing as keyof typeof standingWords],
          one.why,
        ]),
      },
    },
    {
      title: 'Risks that came true',
      paragraphs: parts.risks.length === 0 ? said(incident.no_risk_reason, 'None is named.') : [],
      table: {
        head: ['Risk', 'What it was', 'Loss'],
        widths: [6, 2, 2],
        rows: parts.risks.map((one) => [
          `R-${one.number} ${one.title}`,
          kind.words[one.kind as keyof typeof kind.words],
          money(one.loss_minor),
        ]),
      },
    },
    {
      title: 'Controls',
      paragraphs: parts.controls.length === 0 ? ['None is named.'] : [],
      table: {
        head: ['Control', 'Outcome', 'What it did or failed to do'],
        widths: [4, 1.6, 4.4],
        rows: parts.controls.map((one) => [
          `${one.ref} ${one.control}`,
          outcome.words[one.outcome as keyof typeof outcome.words],
          one.title,
        ]),
      },
    },
    {
      title: 'What it cost',
      paragraphs: known.length === 0 ? ['Not known yet.'] : [],
      table: {
        head: ['What', 'Amount'],
        widths: [8, 2],
        rows:
          known.length === 0 ? [] : [...known, ['In all', total] as const].map(([what, minor]) => [what, money(minor)]),
      },
    },
    { title: 'Root cause', paragraphs: said(incident.cause) },
    { title: 'What was learned', paragraphs: said(incident.lessons) },
    {
      title: 'Follow-up',
      paragraphs: parts.nonconformities.length === 0 ? ['No nonconformity was raised from it.'] : parts.nonconformities,
    },
  ]
}

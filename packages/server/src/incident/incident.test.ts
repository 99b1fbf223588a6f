import { acceptRateUpdate, getRiskBackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import {
  getIncidentReport,
  incidentControls,
  incidentEntries,
  incidentNotifications,
  incidentRisks,
  incidents,
  listSuggestedClocks,
  reportIncident,
} from '@sinew/contract/incident/incident-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { listOccurrences } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { createRisk, estimateRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const refused = (...codes: string[]) => ({ status: 409, problem: { refusals: codes.map((code) => ({ code })) } })

async function scene(noticedHoursAgo = 1) {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const { client } = ours
  const { items: people } = await client.call(listPeople, { params, query: {} })
  const incident = await client.call(incidents.create, {
    params,
    body: { title: 'Forged sign-in page', noticedAt: hoursAgo(noticedHoursAgo), category: 'phishing', severity: 'low' },
  })
  const one = { ...params, incidentId: incident.id }
  const now = () => client.call(incidents.get, { params: one })
  const change = async (body: object) =>
    client.call(incidents.update, { params: one, ifMatch: (await now()).version, body })
  const move = async (to: string, reason?: string) =>
    client.call(incidents.move, {
      params: one,
      ifMatch: (await now()).version,
      body: { to, ...(reason === undefined ? {} : { reason }) },
    })
  return { ...ours, params, one, incident, assigneeId: people[0]?.id ?? '', now, change, move }
}

describe('a report', () => {
  it('is made by anybody in a few words, and becomes an incident to be sorted out', async () => {
    const { clientAs, client, params } = await scene()
    for (const role of ['reader', 'auditor'] as const) {
      const reporter = await clientAs(role)
      const made = await reporter.call(reportIncident, {
        params,
        body: { what: 'A stranger was in the server room. He left when I asked.', ongoing: 'no' },
      })
      expect(made).toMatchObject({ title: 'A stranger was in the server room', handledBy: ['Olga Owner'] })
      expect(await client.call(incidents.get, { params: { ...params, incidentId: made.incidentId } })).toMatchObject({
        state: 'reported',
        severity: 'undecided',
        reportedByName: `Someone ${role}`,
      })
    }
    const reader = await clientAs('reader')
    await expect(
      reader.call(incidents.create, { params, body: { title: 'x', noticedAt: hoursAgo(1) } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(reader.call(reportIncident, { params, body: { what: ' ' } })).rejects.toMatchObject({ status: 422 })
    await expect(
      reader.call(reportIncident, { params, body: { what: 'Soon', noticedAt: hoursAgo(-3) } }),
    ).rejects.toMatchObject(refused('noticed-in-future'))
  })

  it('that is an event only says why, and stays as it was', async () => {
    const { change, move, now, client, one } = await scene()
    await expect(move('event')).rejects.toMatchObject({ status: 422 })
    expect(await move('event', 'A test mail of our own')).toMatchObject({ state: 'event' })
    await expect(change({ title: 'Other' })).rejects.toMatchObject(refused('frozen'))
    await expect(client.call(incidents.remove, { params: one, ifMatch: (await now()).version })).rejects.toMatchObject({
      status: 409,
    })
  })
})

describe('an incident', () => {
  it('goes its way step by step, and closes when nothing is left open', async () => {
    const { change, move, assigneeId, client, params, one, clientAs } = await scene()
    await expect(move('incident')).rejects.toMatchObject(refused('no-assignee'))
    await change({ assigneeId, personalData: 'yes' })
    expect(await move('incident')).toMatchObject({ state: 'incident', triagedBy: { name: 'Olga Owner' } })
    await expect(move('closed')).rejects.toMatchObject(refused('no_such_step'))
    await expect(move('contained')).rejects.toMatchObject(refused('no-containment'))
    await change({
      containment: 'Account locked',
      recovery: 'New password',
      cause: 'No second factor',
      lessons: 'Add one',
    })
    await move('contained')
    await move('recovered')
    await move('lessons')
    await expect(move('closed')).rejects.toMatchObject(refused('notification-undecided', 'no-risk'))
    await client.call(incidentNotifications.create, {
      params,
      body: {
        incidentId: one.incidentId,
        title: 'Authority',
        applies: 'no',
        why: 'No risk to the people: only a name.',
      },
    })
    await change({ noRiskReason: 'Nothing of the register' })
    const contributor = await clientAs('contributor')
    const { version } = await client.call(incidents.get, { params: one })
    await expect(
      contributor.call(incidents.move, { params: one, ifMatch: version, body: { to: 'closed' } }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await move('closed')).toMatchObject({ state: 'closed', closedBy: { name: 'Olga Owner' } })
    await expect(
      client.call(incidentEntries.create, {
        params,
        body: { incidentId: one.incidentId, at: hoursAgo(0), title: 'Later' },
      }),
    ).rejects.toMatchObject(refused('held'))
    const clocks = () => client.call(incidentNotifications.list, { params, query: { incidentId: one.incidentId } })
    expect((await clocks()).items[0]?.frozen).toContain('first take the step “Open again”')
    expect(await move('lessons', 'It came back')).toMatchObject({ state: 'lessons', closedAt: null })
    expect((await clocks()).items[0]?.frozen).toBeNull()
  })

  it('keeps its time line as it was written', async () => {
    const { client, params, one } = await scene()
    const entry = await client.call(incidentEntries.create, {
      params,
      body: { incidentId: one.incidentId, at: hoursAgo(1), title: 'Sign-in from abroad' },
    })
    expect(entry.writtenByName).toBe('Olga Owner')
    const here = { ...params, incidentEntryId: entry.id }
    await expect(
      client.call(incidentEntries.update, { params: here, ifMatch: 1, body: { title: 'Nothing' } }),
    ).rejects.toMatchObject(refused('written_once'))
    await expect(client.call(incidentEntries.remove, { params: here, ifMatch: 1 })).rejects.toMatchObject(
      refused('written_once'),
    )
  })
})

/** Everything that a Word document says, its foot included. */
async function textOf(response: Response): Promise<string> {
  const entries = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return Object.entries(entries)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n')
}

describe('the report of an incident', () => {
  it('can be taken away at any time, as PDF and as a Word document, and is sealed once it is closed', async () => {
    const { client, params, one, move } = await scene()
    await client.call(incidentEntries.create, {
      params,
      body: { incidentId: one.incidentId, at: hoursAgo(1), title: 'Sign-in from abroad' },
    })
    const take = (format: 'pdf' | 'docx') => client.download(getIncidentReport, { params: one, query: { format } })
    const pdf = new Uint8Array(await (await take('pdf')).arrayBuffer())
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
    expect(await textOf(await take('docx'))).toContain('Sign-in from abroad')
    expect(await textOf(await take('docx'))).toContain('Not closed yet')
    await move('event', 'A test of our own')
    expect(await textOf(await take('docx'))).toMatch(/[0-9a-f]{64}/)
    const nobody = client.download(getIncidentReport, {
      params: { ...one, incidentId: params.organizationId },
      query: {},
    })
    await expect(nobody).rejects.toMatchObject({ status: 404 })
  })
})

describe('notifications', () => {
  it('run out by the obligation’s rule, and stand as they are made', async () => {
    const { client, params, one, change, now } = await scene(60)
    await change({ personalData: 'yes' })
    const suggested = await client.call(listSuggestedClocks, { params: one })
    expect(suggested.items).toMatchObject([{ regime: 'gdpr_authority', why: 'Personal data were involved.' }])
    const promise = await client.call(createObligation, {
      params,
      body: { title: 'Clinic contract', kind: 'contract', party: 'The clinic', notifyHours: 48 },
    })
    expect((await client.call(listSuggestedClocks, { params: one })).items).toContainEqual(
      expect.objectContaining({ regime: 'contract', obligationId: promise.id, hours: 48, title: 'The clinic' }),
    )
    const add = (body: object) =>
      client.call(incidentNotifications.create, {
        params,
        body: { incidentId: one.incidentId, title: 'x', why: 'Because', ...body },
      })
    const gdpr = await add({ regime: 'gdpr_authority' })
    expect(gdpr).toMatchObject({ standing: 'soon', dueAt: suggested.items[0]?.dueAt })
    expect((await add({ regime: 'nis2_early' })).standing).toBe('late')
    await expect(add({ regime: 'contract' })).rejects.toMatchObject(refused('no-hours'))
    const contract = await add({ regime: 'contract', hours: 200, obligationId: promise.id })
    expect(contract.standing).toBe('running')
    expect(await now()).toMatchObject({ lateClocks: 1 })
    expect((await client.call(listSuggestedClocks, { params: one })).items.map(({ regime }) => regime)).toEqual([])
    const told = await client.call(incidentNotifications.update, {
      params: { ...params, incidentNotificationId: gdpr.id },
      ifMatch: gdpr.version,
      body: { toldAt: hoursAgo(1), proof: 'Portal, 4711' },
    })
    expect(told.standing).toBe('met')
    // Noticed earlier than was thought: the clock ran out before they were told.
    await change({ noticedAt: hoursAgo(100) })
    expect(
      await client.call(incidentNotifications.get, { params: { ...params, incidentNotificationId: gdpr.id } }),
    ).toMatchObject({ standing: 'met_late' })
  })
})

describe('a risk that came true', () => {
  it('gains one occurrence, which proposes another estimate that its owner accepts', async () => {
    const { client, params, one, change, assigneeId } = await scene()
    const risk = await client.call(createRisk, { params, body: { title: 'Phishing', ownerId: assigneeId } })
    const ofRisk = { ...params, riskId: risk.id }
    await client.call(estimateRisk, {
      params: ofRisk,
      ifMatch: risk.version,
      body: { frequency: { low: 0.01, high: 0.1 }, lossMinor: { low: 100_000, high: 900_000 }, note: 'Tickets' },
    })
    const body = { incidentId: one.incidentId, riskId: risk.id, title: 'Password typed on a forged page' }
    await expect(
      client.call(incidentRisks.create, { params, body: { ...body, lossMinor: 5_000 } }),
    ).rejects.toMatchObject(refused('loss-counted-twice'))
    expect(await change({ directLossMinor: 200_000, responseCostMinor: 50_000 })).toMatchObject({
      totalLossMinor: 250_000,
    })
    const confirmed = await client.call(incidentRisks.create, { params, body: { ...body, lossMinor: 250_000 } })
    expect(confirmed).toMatchObject({ occurrence: { ref: 'OC-1' } })
    await expect(client.call(incidentRisks.create, { params, body })).rejects.toMatchObject({ status: 409 })
    const here = { ...params, incidentRiskId: confirmed.id }
    const less = await client.call(incidentRisks.update, {
      params: here,
      ifMatch: confirmed.version,
      body: { lossMinor: 200_000 },
    })
    const occurrences = () => client.call(listOccurrences, { params, query: { riskId: risk.id } })
    expect((await occurrences()).items).toMatchObject([{ lossMinor: 200_000, source: 'IN-1', externalRef: 'IN-1' }])
    const { proposal } = await client.call(getRiskBackTest, { params: ofRisk })
    expect(proposal).toMatchObject({ isWorse: true, events: 1 })
    const { version } = await client.call(getRisk, { params: ofRisk })
    const updated = await client.call(acceptRateUpdate, {
      params: ofRisk,
      ifMatch: version,
      body: { key: proposal?.key ?? '' },
    })
    expect(updated.frequency?.high).toBeGreaterThan(0.1)
    await client.call(incidentRisks.remove, { params: here, ifMatch: less.version })
    expect((await occurrences()).items).toEqual([])
  })

  it('names the control that failed, and shows in the history of the incident', async () => {
    const { client, params, one } = await scene()
    const { items } = await client.call(listControls, { params, query: { q: 'A.8.7' } })
    await client.call(incidentControls.create, {
      params,
      body: { incidentId: one.incidentId, controlId: items[0]?.id ?? '', title: 'Let it through' },
    })
    const history = await client.call(listHistory, {
      params: { ...params, entity: 'incident', entityId: one.incidentId },
    })
    expect(history.items.map(({ entity }) => entity)).toContain('incident_control')
    const theirs = await server.createOrganization()
    await expect(
      theirs.client.call(incidentControls.create, {
        params: { organizationId: theirs.organizationId },
        body: { incidentId: one.incidentId, controlId: items[0]?.id ?? '', title: 'x' },
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

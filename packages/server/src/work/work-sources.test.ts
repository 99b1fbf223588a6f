import { certifications, externalAudits, planTasks } from '@sinew/contract/certification/certification-contract.ts'
import { registerCollector } from '@sinew/contract/collector/collector-contract.ts'
import {
  climateDecisions,
  contextIssues,
  ismsProcesses,
  ismsRisks,
  units,
} from '@sinew/contract/context/context-contract.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { documents, promises } from '@sinew/contract/document/document-contract.ts'
import { delegations } from '@sinew/contract/leadership/leadership-contract.ts'
import { createPerson, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { renewCalendarFeed } from '@sinew/contract/work/calendar-contract.ts'
import { tasks } from '@sinew/contract/work/duty-contract.ts'
import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../db/identity.ts'
import { change } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const { person } = await client.call(getMyWork, { params })
  const me = person ?? { id: '', ref: '', name: '' }
  const listed = async (query: object) =>
    (await client.call(listWork, { params, query })).items.map(({ what, ref, title }) => `${what}: ${ref} ${title}`)
  return { client, params, me, listed }
}

describe('the context', () => {
  it('asks for the reviews of its issues, the next decision on the climate, actions, and processes that run again', async () => {
    const { client, params, me, listed } = await scene()
    const issue = { title: 'One cloud', effect: 'All rests on it.', ownerId: me.id }
    await client.call(contextIssues.create, { params, body: issue })
    await client.call(climateDecisions.create, {
      params,
      body: { reasoning: 'No site is near water.', revisitAt: inDays(20) },
    })
    const risk = { title: 'One knows it all', ownerId: me.id, dueAt: inDays(5) }
    await client.call(ismsRisks.create, { params, body: risk })
    const process = { name: 'Measurement', purpose: 'To know', ownerId: me.id, rhythm: 'yearly' as const }
    const made = await client.call(ismsProcesses.create, { params, body: process })
    const mine = async () => (await listed({ whose: 'mine' })).filter((line) => / (IS|CD|RO|PR)-/.test(line)).toSorted()
    const asked = [
      'Act: RO-1 One knows it all',
      'Decide again: CD-1 Climate change is a relevant issue',
      'Review: IS-1 One cloud',
    ]
    expect(await mine()).toEqual([...asked, 'Run: PR-1 Measurement'])
    const one = { ...params, ismsProcessId: made.id }
    const ran = { ifMatch: made.version, body: { lastRunAt: inDays(-1) } }
    await client.call(ismsProcesses.update, { params: one, ...ran })
    expect(await mine()).toEqual(asked)
  })
})

describe('the certification cycle', () => {
  it('asks its owner for the next audits, the tasks of the plan that can be begun, and the answers the body waits for', async () => {
    const { client, params, me, listed } = await scene()
    const cycle = await client.call(certifications.create, { params, body: { title: 'Cycle', ownerId: me.id } })
    const certificationId = cycle.id
    const task = (title: string, after: string[] = []) =>
      client.call(planTasks.create, { params, body: { certificationId, title, plannedDays: 10, after } })
    const first = await task('Kick off')
    await task('Gap analysis', ['PT-1'])
    expect(await listed({ kind: 'plan_task', whose: 'mine' })).toEqual(['Do: PT-1 Kick off'])
    const all = await client.call(listWork, { params, query: { kind: 'plan_task', later: true } })
    expect(all.items.map(({ ref, note }) => [ref, note])).toEqual([
      ['PT-1', ''],
      ['PT-2', 'Waits for PT-1.'],
    ])
    const now = new Date().toISOString()
    const one = { ...params, planTaskId: first.id }
    await client.call(planTasks.update, { params: one, ifMatch: first.version, body: { startedAt: now, doneAt: now } })
    expect(await listed({ kind: 'plan_task' })).toEqual(['Do: PT-2 Gap analysis'])
    const decidedAt = inDays(-300)
    await client.call(certifications.update, {
      params: { ...params, certificationId },
      ifMatch: cycle.version,
      body: { decidedAt },
    })
    expect(await listed({ kind: 'certification', whose: 'mine' })).toEqual([
      'Hold: CY-1 First surveillance audit: Cycle',
    ])
    const audit = { certificationId, kind: 'surveillance1' as const, title: 'Visit' }
    const days = { startsAt: inDays(20), endsAt: inDays(21) }
    await client.call(externalAudits.create, { params, body: { ...audit, ...days } })
    expect(await listed({ kind: 'certification' })).toEqual([])
    expect(await listed({ kind: 'external_audit' })).toEqual(['Be ready for: EA-1 Visit'])
  })
})

describe('proof and promises', () => {
  it('ask for a collector that is silent as soon as proof waits for it, and for promises that nothing shows', async () => {
    const { client, params, me, listed } = await scene()
    const collector = await client.call(registerCollector, { params, body: { name: 'Cloud scan', ownerId: me.id } })
    expect(await listed({ kind: 'collector' })).toEqual([])
    const [control] = (await client.call(listControls, { params, query: { q: 'A.8.9' } })).items
    const controlId = control?.id ?? ''
    await change(server.services, params.organizationId, {}, (tx) =>
      tx
        .insertInto('evidence_need')
        .values({
          organization_id: params.organizationId,
          id: newId(),
          control_id: controlId,
          collector_id: collector.id,
          title: 'Configuration',
          cadence_days: 7,
          nature: 'operation',
        })
        .execute(),
    )
    expect(await listed({ kind: 'collector', whose: 'mine' })).toEqual(['Make report: CO-1 Cloud scan'])
    const policy = await client.call(documents.create, { params, body: { title: 'Policy', cadenceDays: 365 } })
    const promise = { title: 'Configurations are watched.', documentId: policy.id, controlId }
    await client.call(promises.create, { params, body: { ...promise, ownerId: me.id } })
    expect(await listed({ kind: 'document_promise', whose: 'mine' })).toEqual([
      'Show: PM-1 Configurations are watched.',
    ])
  })
})

describe('delegations', () => {
  it('are granted, and two weeks before their end renewed or let end, by whoever is stood in for', async () => {
    const { client, params, me, listed } = await scene()
    const deputy = await client.call(createPerson, { params, body: { name: 'Ben' } })
    const days = { startsAt: inDays(-30), endsAt: inDays(10) }
    const body = { title: 'Leave', fromPersonId: me.id, toPersonId: deputy.id, ...days }
    const { id: delegationId, version } = await client.call(delegations.create, { params, body })
    expect(await listed({ kind: 'delegation', whose: 'mine' })).toEqual(['Grant: DG-1 Leave'])
    const move = { params: { ...params, delegationId }, ifMatch: version, body: { to: 'granted' } }
    await client.call(delegations.move, move as never)
    expect(await listed({ kind: 'delegation', whose: 'mine' })).toEqual(['Renew or let end: DG-1 Leave'])
    const { url } = await client.call(renewCalendarFeed, { params })
    expect(await (await server.app.request(url)).text()).toContain('Renew or let end: DG-1 Leave')
  })
})

describe('the work of others', () => {
  it('is of those who report to the reader over all levels, or of all in their unit', async () => {
    const { client, params, me, listed } = await scene()
    const unit = await client.call(units.create, { params, body: { name: 'Platform' } })
    const person = (name: string, managerId: string | null, unitId: string | null = null) =>
      client.call(createPerson, { params, body: { name, managerId, unitId } })
    const lead = await person('Lead', me.id)
    const engineer = await person('Engineer', lead.id)
    const peer = await person('Peer', null, unit.id)
    for (const { id, name } of [lead, engineer, peer, me])
      await client.call(tasks.create, { params, body: { title: `Of ${name}`, ownerId: id, dueAt: inDays(-1) } })
    const of = async (whose: string) =>
      (await listed({ kind: 'task', whose, sort: 'title' })).map((line) => line.split(' Of ')[1])
    expect(await of('team')).toEqual(['Engineer', 'Lead'])
    expect(await of('unit')).toEqual([])
    expect(await client.call(getMyWork, { params })).toMatchObject({
      team: { people: 2, overdue: 2, due: 2 },
      hasUnit: false,
    })
    const mine = { ...params, personId: me.id }
    await client.call(updatePerson, { params: mine, ifMatch: 1, body: { unitId: unit.id } })
    expect(await of('unit')).toEqual([me.name, 'Peer'].sort())
    expect(await of('all')).toHaveLength(4)
  })
})

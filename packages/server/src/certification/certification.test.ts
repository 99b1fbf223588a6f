import {
  certifications,
  externalAudits,
  externalFindings,
  planTasks,
} from '@sinew/contract/certification/certification-contract.ts'
import {
  getCertificationCycle,
  getCertificationForecast,
  makeCertificationPlan,
} from '@sinew/contract/certification/cycle-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const refused = (code: string) => ({
  status: 409,
  problem: { refusals: expect.arrayContaining([expect.objectContaining({ code })]) },
})

async function scene() {
  const { client, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const cycle = await client.call(certifications.create, {
    params,
    body: { title: 'First cycle', persons: 50, adjustmentPercent: -20, adjustmentReason: 'One site, one product.' },
  })
  const one = { ...params, certificationId: cycle.id }
  const version = async () => (await client.call(certifications.get, { params: one })).version
  const fill = async (body: object) =>
    client.call(certifications.update, { params: one, ifMatch: await version(), body })
  const move = async (to: string, reason?: string) =>
    client.call(certifications.move, { params: one, ifMatch: await version(), body: { to, reason } })
  return { client, params, cycle, one, fill, move }
}

describe('a certification cycle', () => {
  it('is applied for, audited by the body, and keeps its findings on their clocks', async () => {
    const { client, params, cycle, one, fill, move } = await scene()
    await expect(move('applied')).rejects.toMatchObject(refused('application_incomplete'))
    await expect(fill({ adjustmentReason: '' })).rejects.toMatchObject(refused('no_reason'))
    await fill({ body: 'Body', accreditation: 'Accreditor', scopeText: 'The service.' })
    expect(await move('applied')).toMatchObject({ state: 'applied' })
    expect((await client.call(getCertificationCycle, { params: one })).auditDays).toEqual({
      gross: 10,
      net: 8,
      surveillance: 2.5,
      recertification: 5.5,
    })
    const audit = async (kind: 'stage1' | 'stage2', from: number) =>
      client.call(externalAudits.create, {
        params,
        body: {
          certificationId: cycle.id,
          kind,
          title: kind,
          startsAt: daysFrom(from),
          endsAt: daysFrom(from + 1),
          conclusion: 'Ready.',
        },
      })
    const step = async (id: string, to: string) => {
      const oneAudit = { ...params, externalAuditId: id }
      const { version: ifMatch } = await client.call(externalAudits.get, { params: oneAudit })
      return client.call(externalAudits.move, { params: oneAudit, ifMatch, body: { to } })
    }
    const future = await audit('stage1', 3)
    await expect(step(future.id, 'held')).rejects.toMatchObject(refused('not_yet'))
    const stage1 = await audit('stage1', -40)
    const stage2 = await audit('stage2', -10)
    await expect(step(stage2.id, 'held')).rejects.toMatchObject(refused('no_stage1'))
    await step(stage1.id, 'held')

    const found = {
      externalAuditId: stage1.id,
      title: 'No register of laws',
      grade: 'major' as const,
      requirements: ['A.5.31'],
    }
    await expect(client.call(externalFindings.create, { params, body: found })).rejects.toMatchObject({ status: 422 })
    const finding = await client.call(externalFindings.create, { params, body: { ...found, termAt: daysFrom(50) } })
    expect(finding).toMatchObject({ isMet: false, nonconformity: { ref: 'NC-1', name: 'No register of laws' } })
    expect((await client.call(nonconformities.list, { params })).items).toMatchObject([
      { source: 'external_audit', grade: 'major' },
    ])
    await expect(step(stage1.id, 'passed')).rejects.toMatchObject(refused('major_open'))
    const cycleNow = await client.call(getCertificationCycle, { params: one })
    expect(cycleNow.clocks).toMatchObject([{ ref: 'EF-1', grade: 'major', isMet: false, dueAt: finding.clockAt }])
    expect(cycleNow.deadlines.map(({ key }) => key)).toEqual(['stage2'])
    await client.call(externalFindings.update, {
      params: { ...params, externalFindingId: finding.id },
      ifMatch: finding.version,
      body: { verifiedAt: daysFrom(-1) },
    })
    await step(stage1.id, 'passed')
    await expect(step(stage2.id, 'held')).rejects.toMatchObject(refused('no_internal_audit'))
    await expect(step(stage2.id, 'held')).rejects.toMatchObject(refused('no_management_review'))
    await expect(move('certified')).rejects.toMatchObject(refused('no_stage2'))
    await expect(fill({ soaVersion: 9 })).rejects.toMatchObject({ status: 422 })
    await fill({ decidedAt: daysFrom(-300) })
    const { deadlines } = await client.call(getCertificationCycle, { params: one })
    expect(deadlines.find(({ key }) => key === 'surveillance1')).toMatchObject({ state: 'open', alertDays: 90 })
  })

  it('has a plan, and a forecast that learns from what is done', async () => {
    const { client, params, cycle, one } = await scene()
    expect(await client.call(getCertificationForecast, { params: one })).toEqual({
      plannedDays: 0,
      forecast: null,
      tasks: [],
    })
    const { tasks } = await client.call(makeCertificationPlan, { params: one })
    await expect(client.call(makeCertificationPlan, { params: one })).rejects.toMatchObject(refused('planned_already'))
    const before = await client.call(getCertificationForecast, { params: one })
    expect(before.tasks).toHaveLength(tasks)
    expect(before.forecast?.pace).toMatchObject({ done: 0, ratio: 1 })
    const [p10, p50, p90] = [before.forecast?.p10 ?? '', before.forecast?.p50 ?? '', before.forecast?.p90 ?? '']
    expect([p10, p50, p90].toSorted()).toEqual([p10, p50, p90])

    const { items } = await client.call(planTasks.list, { params, query: { certificationId: cycle.id, pageSize: 100 } })
    const [first, second] = items
    if (first === undefined || second === undefined) throw new Error('The plan is empty')
    const oneTask = { ...params, planTaskId: first.id }
    await client.call(planTasks.update, {
      params: oneTask,
      ifMatch: 1,
      body: { startedAt: daysFrom(-30), doneAt: daysFrom(0) },
    })
    const after = await client.call(getCertificationForecast, { params: one })
    expect(after.forecast?.pace.ratio).toBeGreaterThan(1.2)
    expect((after.forecast?.p50 ?? '') > p50).toBe(true)
    await expect(
      client.call(planTasks.update, { params: oneTask, ifMatch: 2, body: { after: [`PT-${second.number}`] } }),
    ).rejects.toMatchObject(refused('circle'))
    await expect(
      client.call(planTasks.update, { params: oneTask, ifMatch: 2, body: { after: ['PT-999'] } }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(client.call(planTasks.remove, { params: oneTask, ifMatch: 2 })).rejects.toMatchObject(
      refused('waited_for'),
    )
  })
})

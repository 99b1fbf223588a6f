import { createControl } from '@sinew/contract/control/control-contract.ts'
import { documents } from '@sinew/contract/document/document-contract.ts'
import { incidentNotifications, incidents, reportIncident } from '@sinew/contract/incident/incident-contract.ts'
import { adoptKpis, listKpis, measureMetrics } from '@sinew/contract/objective/kpi-contract.ts'
import { metricEvaluations, metrics, metricValues, objectives } from '@sinew/contract/objective/objective-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { suppliers } from '@sinew/contract/supplier/supplier-contract.ts'
import { courseAssignments, courses } from '@sinew/contract/training/training-contract.ts'
import { metricStanding } from '@sinew/core/objective/metric-standing.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { measureDue } from './objective-tasks.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  const metric = await client.call(metrics.create, {
    params,
    body: {
      title: 'Staff with keys',
      formula: 'Staff with a key, as a share of all staff',
      unit: '%',
      source: 'Identity provider',
      cadenceDays: 30,
      target: 95,
      warning: 90,
      alarm: 80,
      measurerId: anna.id,
      ownerId: anna.id,
    },
  })
  const metricId = metric.id
  const measure = (value: number, measuredAt: string, more: object = {}) =>
    client.call(metricValues.create, { params, body: { metricId, value, measuredAt, ...more } })
  const get = () => client.call(metrics.get, { params: { ...params, metricId } })
  return { client, clientAs, organizationId, params, anna, metric, metricId, measure, get }
}

describe('a metric', () => {
  it('stands in SQL as the rule of core says, at every value and age', async () => {
    const { metric, measure, get } = await scene()
    expect(metric.standing).toBe('never')
    for (const [value, age] of [
      [79, 29],
      [85, 20],
      [92, 12],
      [97.5, 6],
      [97.5, 40],
    ] as const) {
      if (age < 35) await measure(value, days(-age))
      const at = age < 35 ? new Date() : new Date(Date.now() + 26 * 86_400_000)
      server.setNow(at)
      const now = await get()
      const newest = { value: now.newestValue ?? 0, measuredAt: Date.parse(now.measuredAt ?? '') }
      expect(now.standing).toBe(metricStanding(newest, now, at.getTime()))
      server.setNow(null)
    }
    server.setNow(new Date(Date.now() + 26 * 86_400_000))
    expect(await get()).toMatchObject({ standing: 'late', newestValue: 97.5 })
    server.setNow(null)
  })

  it('keeps what was measured: a correction is a new value beside the old one', async () => {
    const { client, params, measure, get, metricId } = await scene()
    const wrong = await measure(12, days(-2))
    const right = await measure(96, days(-2), { correctsId: wrong.id, reason: 'A column was shifted.' })
    expect(await get()).toMatchObject({ newestValue: 96, standing: 'on_target', isUnjudged: true })
    const listed = await client.call(metricValues.list, { params, query: { metricId } })
    expect(listed.items.map(({ title, isCorrected, origin }) => [title, isCorrected, origin])).toEqual([
      ['12', true, 'hand'],
      ['96', false, 'hand'],
    ])
    await expect(measure(90, days(-1), { correctsId: wrong.id, reason: 'Again.' })).rejects.toMatchObject({
      status: 409,
    })
    await expect(measure(90, days(2))).rejects.toMatchObject({ status: 409 })
    const one = { ...params, metricValueId: right.id }
    await expect(
      client.call(metricValues.update, { params: one, ifMatch: 1, body: { value: 99 } }),
    ).rejects.toMatchObject({ status: 409 })
    const { owner } = server.services.pools
    await expect(owner.query('update metric_value set value = 99 where id = $1', [right.id])).rejects.toThrow('once')
    await expect(owner.query('delete from metric_value where id = $1', [right.id])).rejects.toThrow('once')
    await expect(client.call(metrics.remove, { params: { ...params, metricId }, ifMatch: 1 })).rejects.toMatchObject({
      status: 409,
    })
    const then = await client.call(metrics.get, {
      params: { ...params, metricId },
      query: { asOf: new Date(Date.parse(wrong.createdAt) + 1).toISOString() },
    })
    expect(then.newestValue).toBe(12)
  })

  it('is evaluated by a named person, with what follows, and the judgement holds what it saw', async () => {
    const { client, params, measure, get, metricId } = await scene()
    const body = { metricId, title: 'Enough.', action: 'None: all joiners get a key on day one.' }
    await expect(client.call(metricEvaluations.create, { params, body })).rejects.toMatchObject({ status: 409 })
    await measure(91, days(-1))
    const judged = await client.call(metricEvaluations.create, { params, body })
    expect(judged).toMatchObject({ stood: 'off_target', value: { name: '91' }, evaluatedAt: expect.any(String) })
    expect((await get()).isUnjudged).toBe(false)
  })
})

describe('the catalogue of figures', () => {
  it('becomes metrics that Sinew measures itself when they are due, and not what there is nothing to measure of', async () => {
    const { client, params, organizationId, anna } = await scene()
    await client.call(createControl, { params, body: { title: 'Escrow', theme: 'people' } })
    const { items } = await client.call(listKpis, { params })
    const live = (key: string) => items.find((item) => item.key === key)?.live ?? null
    expect(live('controls_implemented')).toMatchObject({
      value: 0,
      note: '0 of 94 applicable controls are implemented',
    })
    expect(live('actions_overdue')).toMatchObject({ value: 0 })
    expect(live('risk_reviews_on_time')).toBeNull()
    expect(live('mfa_coverage')).toBeNull()
    const body = {
      keys: ['controls_implemented', 'risk_reviews_on_time', 'mfa_coverage'] as const,
      measurerId: anna.id,
      ownerId: anna.id,
    }
    expect(await client.call(adoptKpis, { params, body: { ...body, keys: [...body.keys] } })).toEqual({
      made: 3,
      left: 0,
    })
    expect(await client.call(adoptKpis, { params, body: { ...body, keys: [...body.keys] } })).toEqual({
      made: 0,
      left: 3,
    })
    expect(await measureDue(server.services, organizationId)).toBe(1)
    expect(await measureDue(server.services, organizationId)).toBe(0)
    const list = async () =>
      (await client.call(metrics.list, { params, query: { sort: 'number' } })).items.map(({ kpi, standing }) => [
        kpi,
        standing,
      ])
    expect(await list()).toEqual([
      ['none', 'never'],
      ['controls_implemented', 'alarm'],
      ['risk_reviews_on_time', 'never'],
      ['mfa_coverage', 'never'],
    ])
    const named = (await client.call(metrics.list, { params, query: {} })).items.map(({ id }) => id)
    const taken = await client.call(measureMetrics, { params, body: { metricIds: named } })
    expect([taken.taken.length, taken.silent.length]).toEqual([1, 2])
    const values = await client.call(metricValues.list, { params, query: {} })
    expect(values.items[0]).toMatchObject({ origin: 'computed', takenBy: 'Sinew', value: 0 })
  })
})

describe('figures of operation', () => {
  it('follow from incidents, notifications, trainings, suppliers and policies, and say how', async () => {
    const { client, clientAs, params, anna } = await scene()
    const reader = await clientAs('reader')
    await reader.call(reportIncident, { params, body: { what: 'A lost laptop.', ongoing: 'no', noticedAt: days(-2) } })
    const { items } = await client.call(incidents.list, { params, query: {} })
    const incident = items[0]
    if (incident === undefined) throw new Error('Nothing was reported.')
    const one = { ...params, incidentId: incident.id }
    const told = { regime: 'gdpr_authority', title: 'The authority', why: 'Patients are named.' } as const
    await client.call(incidents.update, {
      params: one,
      ifMatch: incident.version,
      body: {
        category: 'device',
        severity: 'high',
        personalData: 'yes',
        assigneeId: anna.id,
        occurredAt: days(-3),
        containment: 'It was wiped from afar.',
      },
    })
    await client.call(incidentNotifications.create, {
      params,
      body: { ...told, incidentId: incident.id, toldAt: days(-1) },
    })
    for (const to of ['incident', 'contained']) {
      const { version } = await client.call(incidents.get, { params: one })
      await client.call(incidents.move, { params: one, ifMatch: version, body: { to } })
    }
    const supplier = { criticality: 'critical', reviewEveryDays: 365 } as const
    await client.call(suppliers.create, { params, body: { ...supplier, name: 'Cumulus' } })
    await client.call(suppliers.create, { params, body: { name: 'Nimbus', criticality: 'high' } })
    const course = await client.call(courses.create, { params, body: { title: 'Basics' } })
    const assigned = { courseId: course.id, personId: anna.id, dueAt: days(-1) }
    await client.call(courseAssignments.create, { params, body: assigned })
    await client.call(documents.create, { params, body: { title: 'Access', kind: 'policy', cadenceDays: 365 } })
    const kpis = (await client.call(listKpis, { params })).items
    const live = (key: string) => kpis.find((item) => item.key === key)?.live
    expect(live('incidents_severe')).toEqual({
      value: 1,
      note: 'Incidents of the last 30 days: 0 critical, 1 high, 0 medium, 0 low',
    })
    expect(live('incidents_by_staff')).toMatchObject({ value: 100 })
    expect(live('time_to_detect')?.value).toBeCloseTo(24, 0)
    expect(live('time_to_contain')?.value).toBeCloseTo(48, 0)
    expect(live('time_to_recover')).toBeNull()
    expect(live('notifications_in_time')).toMatchObject({ value: 100 })
    expect(live('suppliers_reviewed')?.note).toBe('1 of 2 critical suppliers are within their review date')
    expect(live('training_done')).toMatchObject({ value: 0 })
    expect(live('policies_current')).toMatchObject({ value: 0 })
    expect(live('nonconformities_reopened')).toBeNull()
  })
})

describe('an objective', () => {
  it('has measure, target, plan, owner and date, and is met only while its metric says so in time', async () => {
    const { client, clientAs, params, anna, metricId, measure } = await scene()
    const whole = {
      title: 'Keys for all',
      measure: 'Share of staff with a key',
      target: 98,
      unit: '%',
      plan: 'Hand out keys by team.',
      resources: '60 keys.',
      ownerId: anna.id,
      dueAt: days(60),
      evaluation: 'Monthly, by the ISMS manager.',
      metricId,
    }
    for (const left of ['measure', 'target', 'unit', 'plan', 'resources', 'ownerId', 'dueAt', 'evaluation'] as const) {
      const body = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== left)) as typeof whole
      await expect(client.call(objectives.create, { params, body })).rejects.toMatchObject({ status: 422 })
    }
    const made = await client.call(objectives.create, { params, body: whole })
    expect(made.standing).toBe('never')
    const one = { ...params, objectiveId: made.id }
    const move = (who: typeof client, to: string) =>
      who.call(objectives.move, { params: one, ifMatch: 1, body: { to, reason: 'Seen at the provider.' } })
    await measure(96, days(-1))
    expect((await client.call(objectives.get, { params: one })).standing).toBe('off_target')
    await expect(move(client, 'met')).rejects.toMatchObject({ status: 409 })
    await measure(99, days(-1))
    await expect(move(await clientAs('contributor'), 'met')).rejects.toMatchObject({ status: 403 })
    expect(await move(client, 'met')).toMatchObject({
      status: 'met',
      outcome: 'Seen at the provider.',
      standing: 'closed',
    })
  })
})

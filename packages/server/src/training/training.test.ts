import { units } from '@sinew/contract/context/context-contract.ts'
import {
  createPerson,
  deactivatePerson,
  getPerson,
  importPeople,
  listPeople,
  updatePerson,
} from '@sinew/contract/person/person-contract.ts'
import {
  assignCourse,
  checklistItems,
  checklistRuns,
  checklists,
  checklistTasks,
  competenceProofs,
  competences,
  completeCourse,
  courseAssignments,
  courses,
} from '@sinew/contract/training/training-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { change, insertAcceptance, insertEvidence, rowsOf, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })

async function scene() {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const { client } = ours
  const unit = await client.call(units.create, { params, body: { name: 'Support' } })
  const ann = await client.call(createPerson, { params, body: { name: 'Ann', unitId: unit.id } })
  return { ...ours, params, unit, ann }
}

describe('people from a table', () => {
  const csv = (rows: string) => `Name;E-Mail;Job title;Unit;Manager\n${rows}`

  it('are looked through first, then added whole, with units and managers; the same table again changes nothing', async () => {
    const { client, params, unit } = await scene()
    const table = csv(
      'Bea Low;bea@example.org;Agent;support;cho@example.org\nCho Chief;CHO@example.org;Head;Support;\n',
    )
    const send = (text: string, dryRun = false) => client.call(importPeople, { params, body: { csv: text, dryRun } })
    expect(await send(table, true)).toMatchObject({ added: 2, updated: 0, rows: 2, problems: [] })
    expect((await client.call(listPeople, { params, query: { q: 'Bea' } })).total).toBe(0)
    expect(await send(table)).toMatchObject({ added: 2, unchanged: 0 })
    const { items } = await client.call(listPeople, { params, query: { q: 'Bea' } })
    expect(items[0]).toMatchObject({
      unitId: unit.id,
      unitName: 'Support',
      managerName: 'Cho Chief',
      jobTitle: 'Agent',
    })
    expect(await send(table)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    expect(await send(csv('Bea High;bea@example.org;;;\n'))).toMatchObject({ added: 0, updated: 1 })
    expect((await client.call(listPeople, { params, query: { q: 'Bea' } })).items[0]).toMatchObject({
      name: 'Bea High',
      jobTitle: 'Agent',
    })
  })

  it('are none where a row is wrong, and every wrong row is named', async () => {
    const { client, params } = await scene()
    const answer = await client.call(importPeople, {
      params,
      body: { csv: csv('Dan;dan@example.org;;;\n;no mail;;Nowhere;nobody@example.org\nDan;dan@example.org;;;\n') },
    })
    expect(answer.added).toBe(0)
    expect(answer.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 Name',
      '3 E-mail',
      '3 Unit',
      '3 Manager',
      '4 E-mail',
    ])
    expect((await client.call(listPeople, { params, query: { q: 'Dan' } })).total).toBe(0)
    await expect(client.call(importPeople, { params, body: { csv: 'Mail\nx\n' } })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'line 1' }] },
    })
  })
})

describe('training', () => {
  it('is assigned to a unit once, is overdue after its day, and judged by somebody else', async () => {
    const { client, clientAs, params, unit, ann } = await scene()
    const course = await client.call(courses.create, {
      params,
      body: { title: 'First week', passScore: 80, repeatMonths: 12 },
    })
    const assign = (body: object) =>
      client.call(assignCourse, { params: { ...params, courseId: course.id }, body: { dueAt: inDays(-2), ...body } })
    expect(await assign({ unitIds: [unit.id] })).toEqual({ assigned: 1, leftOut: 0 })
    expect(await assign({ unitIds: [unit.id], personIds: [ann.id] })).toEqual({ assigned: 0, leftOut: 1 })
    await expect(assign({})).rejects.toMatchObject(refused('nobody'))
    const { items } = await client.call(courseAssignments.list, { params, query: { personId: ann.id } })
    const [one] = items
    expect(one).toMatchObject({ standing: 'overdue', title: 'First week' })
    expect(await client.call(courses.get, { params: { ...params, courseId: course.id } })).toMatchObject({ overdue: 1 })
    const here = { ...params, courseAssignmentId: one?.id ?? '' }
    const say = async (body: object, by = client) => {
      const { version } = await by.call(courseAssignments.get, { params: here })
      return by.call(courseAssignments.update, { params: here, ifMatch: version, body })
    }
    await expect(say({ effect: 'effective' })).rejects.toMatchObject(refused('judged-before'))
    expect((await say({ completedAt: inDays(-1), score: 60 })).standing).toBe('failed')
    expect((await say({ score: 90 })).standing).toBe('done')
    expect((await say({ effect: 'effective', effectSeen: 'Reported two forged mails' })).effect).toBe('effective')
    expect((await say({ completedAt: inDays(-500) })).standing).toBe('expired')
    await expect(say({ isExempt: true })).rejects.toMatchObject(refused('exempt-without-reason'))
    const contributor = await clientAs('contributor')
    const { items: people } = await client.call(listPeople, { params, query: { q: 'Someone contributor' } })
    const own = await client.call(courseAssignments.create, {
      params,
      body: { courseId: course.id, personId: people[0]?.id ?? '', dueAt: inDays(9), completedAt: inDays(0) },
    })
    await expect(
      contributor.call(courseAssignments.update, {
        params: { ...params, courseAssignmentId: own.id },
        ifMatch: own.version,
        body: { effect: 'effective' },
      }),
    ).rejects.toMatchObject(refused('judges-self'))
  })

  it('leaves a gap in competence only with a plan, and counts who holds it today', async () => {
    const { client, params, ann } = await scene()
    const audit = await client.call(competences.create, {
      params,
      body: { title: 'Auditing', role: 'Internal auditor' },
    })
    const add = (body: object) =>
      client.call(competenceProofs.create, {
        params,
        body: { competenceId: audit.id, personId: ann.id, title: 'Course of five days', provenAt: inDays(-9), ...body },
      })
    await expect(add({ result: 'partly' })).rejects.toMatchObject(refused('no-plan'))
    await add({ validUntil: inDays(-1) })
    const holders = async () =>
      (await client.call(competences.get, { params: { ...params, competenceId: audit.id } })).holders
    expect(await holders()).toBe(0)
    await add({ validUntil: inDays(300) })
    expect(await holders()).toBe(1)
  })
})

describe('a course that one was assigned', () => {
  it('is completed by oneself, once, whatever one’s role; nobody says so for another', async () => {
    const { client, clientAs, params, ann } = await scene()
    const course = await client.call(courses.create, { params, body: { title: 'First week', passScore: 80 } })
    const reader = await clientAs('reader')
    const { items: readers } = await client.call(listPeople, { params, query: { q: 'Someone reader' } })
    const assign = async (personId: string) => {
      const body = { courseId: course.id, personId, dueAt: inDays(9) }
      return { ...params, courseAssignmentId: (await client.call(courseAssignments.create, { params, body })).id }
    }
    const own = await assign(readers[0]?.id ?? '')
    const anns = await assign(ann.id)
    const say = (here: typeof own, body = {}) => reader.call(completeCourse, { params: here, body })
    await expect(say(anns)).rejects.toMatchObject(refused('course_not_yours'))
    await say(own, { proof: 'Certificate 118', score: 92 })
    expect(await reader.call(courseAssignments.get, { params: own })).toMatchObject({
      standing: 'done',
      proof: 'Certificate 118',
      score: 92,
      effect: 'not_judged',
    })
    await expect(say(own)).rejects.toMatchObject(refused('course_not_open'))
    await expect(say({ ...own, courseAssignmentId: course.id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('somebody who leaves', () => {
  it('starts the checklist for leavers, which is done when every step is', async () => {
    const { client, params, ann } = await scene()
    const list = await client.call(checklists.create, { params, body: { title: 'Leaving' } })
    for (const [title, days] of [
      ['Accounts closed', 0],
      ['Laptop returned', 7],
    ] as const)
      await client.call(checklistItems.create, { params, body: { checklistId: list.id, title, days } })
    await client.call(deactivatePerson, {
      params: { ...params, personId: ann.id },
      ifMatch: ann.version,
      body: { reason: 'Left for another company' },
    })
    const { items } = await client.call(checklistRuns.list, { params, query: { personId: ann.id } })
    expect(items).toMatchObject([{ title: 'Ann: Leaving', state: 'open', openSteps: 2 }])
    const here = { ...params, checklistRunId: items[0]?.id ?? '' }
    const finish = async () => {
      const { version } = await client.call(checklistRuns.get, { params: here })
      return client.call(checklistRuns.move, { params: here, ifMatch: version, body: { to: 'done' } })
    }
    await expect(finish()).rejects.toMatchObject(refused('steps-open'))
    const { items: steps } = await client.call(checklistTasks.list, { params, query: { runId: items[0]?.id } })
    const set = (index: number, body: object) =>
      client.call(checklistTasks.update, {
        params: { ...params, checklistTaskId: steps[index]?.id ?? '' },
        ifMatch: steps[index]?.version ?? 0,
        body: body as never,
      })
    await set(0, { state: 'done' })
    await expect(set(1, { state: 'not_needed' })).rejects.toMatchObject(refused('no-note'))
    await set(1, { state: 'not_needed', note: 'Had none' })
    expect(await finish()).toMatchObject({ state: 'done' })
  })

  it('has their acceptances confirmed again: they reopen, and a movement says why', async () => {
    const { services } = server
    const { client, organizationId, params } = await scene()
    const chain = await writeTestChain(services, organizationId)
    await change(services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt: new Date() }))
    await recompute(services, organizationId)
    await change(services, organizationId, {}, (tx) => insertAcceptance(tx, chain, new Date()))
    await recompute(services, organizationId)
    const successor = await client.call(createPerson, { params, body: { name: 'Sue' } })
    const owner = await client.call(getPerson, { params: { ...params, personId: chain.personId } })
    await client.call(deactivatePerson, {
      params: { ...params, personId: owner.id },
      ifMatch: owner.version,
      body: { successorId: successor.id, reason: 'Left' },
    })
    await recompute(services, organizationId)
    const [acceptance] = await rowsOf<{ status: string; end_reasons: readonly { code: string }[] }>(
      services,
      organizationId,
      'select status, end_reasons from risk_acceptance',
    )
    expect(acceptance?.status).toBe('reopened')
    expect(acceptance?.end_reasons.map(({ code }) => code)).toEqual(['owner_changed', 'owner_left'])
    const [moved] = await rowsOf<{ sentence: string }>(
      services,
      organizationId,
      `select sentence from movement where sentence like '%reopened%'`,
    )
    expect(moved?.sentence).toContain('J. Doe left')
  })
})

describe('a person', () => {
  it('works in a unit of ours for somebody else', async () => {
    const { client, params, ann } = await scene()
    const one = { ...params, personId: ann.id }
    await expect(
      client.call(updatePerson, { params: one, ifMatch: ann.version, body: { managerId: ann.id } }),
    ).rejects.toMatchObject(refused('own_manager'))
    const bob = await client.call(createPerson, { params, body: { name: 'Bob' } })
    expect(
      await client.call(updatePerson, { params: one, ifMatch: ann.version, body: { managerId: bob.id } }),
    ).toMatchObject({ managerName: 'Bob', unitName: 'Support' })
  })
})

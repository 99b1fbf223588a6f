import { interestedParties } from '@sinew/contract/context/context-contract.ts'
import {
  managementReviews,
  reviewDecisions,
  reviewInputs,
  reviewParticipants,
} from '@sinew/contract/management-review/review-contract.ts'
import { collectReviewInputs, getReviewMinutes } from '@sinew/contract/management-review/review-work-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
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

describe('a management review', () => {
  it('looks at what is recorded, freezes it at the meeting, decides, and is signed off', async () => {
    const { client, clientAs, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
    await client.call(interestedParties.create, { params, body: { name: 'Clinics' } })
    const review = await client.call(managementReviews.create, {
      params,
      body: { title: 'Review of spring', meetingAt: daysFrom(0) },
    })
    const one = { ...params, managementReviewId: review.id }
    const version = async () => (await client.call(managementReviews.get, { params: one })).version
    const move = async (to: string) =>
      client.call(managementReviews.move, { params: one, ifMatch: await version(), body: { to } })
    const inputs = async () =>
      (await client.call(reviewInputs.list, { params, query: { reviewId: review.id, sort: 'number' } })).items
    const factsOf = async (input: string) => (await inputs()).find((one) => one.input === input)?.facts ?? []
    expect((await inputs()).map(({ input }) => input)).toEqual(['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g'])
    expect(await factsOf('a')).toEqual(['No action of an earlier review is open.'])
    expect(await factsOf('c')).toContain('New: PA-1 Clinics')
    expect(await factsOf('d1')).toContain('Found since: 0; in as much time before: 0.')
    const found = { title: 'A complaint', source: 'complaint' as const, foundAt: daysFrom(-1), requirements: ['7.4'] }
    await client.call(nonconformities.create, { params, body: found })
    await client.call(collectReviewInputs, { params: one })
    expect(await factsOf('e')).toEqual(['Complaint: NC-1 A complaint'])
    expect(await factsOf('d1')).toContain('Minor, open: NC-1 A complaint')

    await expect(move('held')).rejects.toMatchObject(refused('no_top_management'))
    const body = { reviewId: review.id, title: 'Managing director', personId: anna.id, role: 'top' as const }
    await client.call(reviewParticipants.create, { params, body })
    const held = await move('held')
    expect(held.snapshotHash).toMatch(/^[0-9a-f]{64}$/)
    await expect(client.call(collectReviewInputs, { params: one })).rejects.toMatchObject(refused('held'))
    await expect(move('signed')).rejects.toMatchObject(refused('empty_input'))
    await expect(move('signed')).rejects.toMatchObject(refused('no_decision'))
    for (const { id, version: ifMatch } of await inputs())
      await client.call(reviewInputs.update, {
        params: { ...params, reviewInputId: id },
        ifMatch,
        body: { entry: 'None.' },
      })
    const decision = await client.call(reviewDecisions.create, {
      params,
      body: { reviewId: review.id, title: 'Hire an engineer', ownerId: anna.id, dueAt: daysFrom(60) },
    })
    await client.call(managementReviews.update, {
      params: one,
      ifMatch: await version(),
      body: { minutes: 'It works.', nextAt: daysFrom(180) },
    })
    const contributor = await clientAs('contributor')
    await expect(
      contributor.call(managementReviews.move, { params: one, ifMatch: await version(), body: { to: 'signed' } }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await move('signed')).toMatchObject({ state: 'signed', signedBy: { name: expect.any(String) } })

    const [first] = await inputs()
    await expect(
      client.call(reviewInputs.update, {
        params: { ...params, reviewInputId: first?.id ?? '' },
        ifMatch: first?.version ?? 0,
        body: { entry: 'Otherwise.' },
      }),
    ).rejects.toMatchObject(refused('held'))
    const oneDecision = { ...params, reviewDecisionId: decision.id }
    await expect(
      client.call(reviewDecisions.update, { params: oneDecision, ifMatch: 1, body: { title: 'Other' } }),
    ).rejects.toMatchObject(refused('held'))
    await expect(client.call(reviewDecisions.remove, { params: oneDecision, ifMatch: 1 })).rejects.toMatchObject(
      refused('held'),
    )
    for (const statement of [
      `update review_input set facts = '{}' where review_id = '${review.id}'`,
      `update management_review set minutes = 'x' where id = '${review.id}'`,
      `update review_decision set title = 'x' where id = '${decision.id}'`,
    ])
      await expect(
        server.services.pools.owner.query(
          `select set_config('app.organization_id', '${organizationId}', false); ${statement}`,
        ),
      ).rejects.toThrow(/do not change/)
    for (const format of ['pdf', 'docx'] as const) {
      const file = await client.download(getReviewMinutes, { params: one, query: { format } })
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(5_000)
    }

    // What was decided comes back in the next review until it is done, and once more when it is.
    const next = await client.call(managementReviews.create, {
      params,
      body: { title: 'Next', meetingAt: daysFrom(180) },
    })
    const carried = async () => {
      await client.call(collectReviewInputs, { params: { ...params, managementReviewId: next.id } })
      const { items } = await client.call(reviewInputs.list, { params, query: { reviewId: next.id, input: 'a' } })
      return items[0]?.facts[0]
    }
    expect(await carried()).toMatch(/^Open, due .*: RD-1 Hire an engineer \(Anna Ames\)\.$/)
    const done = { doneAt: daysFrom(0), result: 'Started in May.' }
    expect(await client.call(reviewDecisions.update, { params: oneDecision, ifMatch: 1, body: done })).toMatchObject({
      isDone: true,
      frozen: expect.stringContaining('MR-1'),
    })
    expect(await carried()).toMatch(/^Done on .*: RD-1 Hire an engineer \(Anna Ames\)\. Started in May\.$/)
  })
})

import { listControls } from '@sinew/contract/control/control-contract.ts'
import {
  createObligation,
  exportObligations,
  getObligation,
  linkObligationControl,
  listObligations,
  updateObligation,
} from '@sinew/contract/obligation/obligation-contract.ts'
import { obligationReviews } from '@sinew/contract/obligation/obligation-review-contract.ts'
import { listWork } from '@sinew/contract/work/work-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function scene() {
  const { client, organizationId, clientAs } = await server.createOrganization()
  const params = { organizationId }
  const owe = (title: string, reviewEveryMonths: number | null = 12) =>
    client.call(createObligation, { params, body: { title, kind: 'law', reviewEveryMonths } })
  const get = (obligationId: string) => client.call(getObligation, { params: { ...params, obligationId } })
  const review = (obligationId: string, body: object) =>
    client.call(obligationReviews.create, {
      params,
      body: { obligationId, title: 'Looked at', at: inDays(-1), conclusion: 'compliant', ...body },
    })
  return { client, organizationId, params, clientAs, owe, get, review }
}

describe('reviews of an obligation', () => {
  it('say how it stands until the next is due, and never more than what keeps it proves', async () => {
    const { client, params, owe, get, review } = await scene()
    const law = await owe('Data protection')
    expect(law).toMatchObject({ status: 'not_known', sentence: 'Never reviewed: whether it is met is not known.' })
    expect(Date.parse(law.reviewAt ?? '')).toBeGreaterThan(Date.parse(inDays(360)))

    const record = await review(law.id, {})
    expect(record).toMatchObject({ reviewedByName: expect.any(String), conclusion: 'compliant' })
    const reviewed = await get(law.id)
    expect(reviewed).toMatchObject({ status: 'claimed', doubt: 'No control keeps it.', reviewAt: record.holdsUntil })

    const [control] = (await client.call(listControls, { params, query: { pageSize: 1 } })).items
    if (control === undefined) throw new Error('There is no control.')
    await client.call(linkObligationControl, {
      params: { ...params, obligationId: law.id, controlId: control.id },
      body: {},
    })
    expect(await get(law.id)).toMatchObject({
      status: 'claimed',
      doubt: `${control.ref} is not proven.`,
      controls: [{ proof: 'unproven' }],
    })

    await review(law.id, { at: inDays(-30), nextReviewAt: inDays(-2), conclusion: 'not_compliant' })
    expect(await get(law.id)).toMatchObject({ status: 'claimed', reviewAt: record.holdsUntil })
    await review(law.id, { at: inDays(0), nextReviewAt: inDays(30), conclusion: 'partly', mendAt: inDays(20) })
    expect(await get(law.id)).toMatchObject({
      status: 'partly',
      sentence: expect.stringMatching(/^Partly compliant by/),
    })
  })

  it('are filtered and sorted by, exported, and bring work for its owner', async () => {
    const { client, params, owe, review } = await scene()
    const [met, unmet, late, never] = [await owe('Met'), await owe('Unmet'), await owe('Late'), await owe('Never')]
    const before = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await review(met.id, {})
    await review(unmet.id, { conclusion: 'not_compliant', title: 'No register at all', mendAt: inDays(10) })
    await review(late.id, { at: inDays(-300), nextReviewAt: inDays(-5) })
    const titles = async (query: object) =>
      (await client.call(listObligations, { params, query })).items.map(({ title }) => title)
    expect(await titles({ status: 'not_known', sort: 'number' })).toEqual(['Late', 'Never'])
    expect(await titles({ sort: '-status' })).toEqual(['Unmet', 'Never', 'Late', 'Met'])
    expect(await titles({ status: 'not_known', asOf: before })).toHaveLength(4)
    const csv = await (await client.download(exportObligations, { params, query: {} })).text()
    expect(csv).toMatch(/Unmet.*Not compliant by the review of/)
    const work = (await client.call(listWork, { params, query: { kind: 'obligation' } })).items
    expect(work.map(({ what, title }) => `${what} ${title}`).sort()).toEqual(['Meet it Unmet', 'Review Late'])
    expect(never.status).toBe('not_known')
  })

  it('stay as they were written, and the day of the next is put off by a review alone', async () => {
    const { client, organizationId, params, owe, get, review, clientAs } = await scene()
    const { id: obligationId } = await owe('Contract', null)
    const refused = (call: Promise<unknown>, words: string) =>
      expect(call).rejects.toMatchObject({ status: 409, message: expect.stringContaining(words) })
    await refused(review(obligationId, {}), 'Say when it is reviewed next')
    await refused(review(obligationId, { at: inDays(2), nextReviewAt: inDays(9) }), 'not before')
    await refused(review(obligationId, { nextReviewAt: inDays(-2) }), 'after this one')
    const { id, version } = await review(obligationId, { nextReviewAt: inDays(60) })
    const one = { organizationId, obligationReviewId: id }
    await refused(
      client.call(obligationReviews.update, { params: one, ifMatch: version, body: { title: 'x' } }),
      'as it was',
    )
    await refused(client.call(obligationReviews.remove, { params: one, ifMatch: version }), 'as it was')

    const change = async (reviewAt: string | null) =>
      client.call(updateObligation, {
        params: { organizationId, obligationId },
        ifMatch: (await get(obligationId)).version,
        body: { reviewAt },
      })
    await refused(change(inDays(90)), 'Record a review instead')
    await refused(change(null), 'Record a review instead')
    expect(await change(inDays(-1))).toMatchObject({
      status: 'not_known',
      sentence: expect.stringContaining('was due on'),
    })

    const reader = await clientAs('reader')
    expect((await reader.call(obligationReviews.list, { params, query: { obligationId } })).total).toBe(1)
    const body = {
      obligationId,
      title: 'Mine',
      at: inDays(-1),
      nextReviewAt: inDays(9),
      conclusion: 'compliant',
    } as const
    await expect(reader.call(obligationReviews.create, { params, body })).rejects.toMatchObject({ status: 403 })
  })
})

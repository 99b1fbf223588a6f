import {
  answerCalibrationQuestion,
  getCalibration,
  getCalibrationRound,
  listCalibrations,
  startCalibrationRound,
} from '@sinew/contract/calibration/calibration-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { listEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import { listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { calibrationQuestions } from '@sinew/core/calibration/calibration-questions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const ours = await server.createOrganization()
  return { ...ours, params: { organizationId: ours.organizationId } }
}

const truthOf = new Map(calibrationQuestions.map(({ text, truth }) => [text, truth]))

/** Answers all ten: the first `hits` of them with ranges around the truth. */
async function answerRound(client: Client, params: { readonly organizationId: string }, hits: number) {
  const round = await client.call(startCalibrationRound, { params, body: {} })
  let last = round
  for (const { position, text } of round.answers) {
    const truth = truthOf.get(text) ?? Number.NaN
    const body = position <= hits ? { low: truth / 2, high: truth * 2 } : { low: truth * 2, high: truth * 3 }
    const one = { ...params, calibrationRoundId: round.id, position: String(position) }
    last = await client.call(answerCalibrationQuestion, { params: one, body })
  }
  return last
}

describe('calibration training', () => {
  it('asks ten questions and keeps the truth until each is answered', async () => {
    const { client, params } = await scene()
    expect(await client.call(getCalibration, { params })).toMatchObject({
      answered: 0,
      kind: 'untested',
      hitRate: null,
      weight: 0.5,
      rounds: [],
      openRoundId: null,
    })
    const round = await client.call(startCalibrationRound, { params, body: {} })
    expect(round.answers).toHaveLength(10)
    for (const answer of round.answers)
      expect(answer).toMatchObject({ truth: null, source: null, low: null, isHit: null })
    // The open round comes back, with the same questions.
    expect(await client.call(startCalibrationRound, { params, body: {} })).toEqual(round)
    expect((await client.call(getCalibration, { params })).openRoundId).toBe(round.id)

    const [first] = round.answers
    const truth = truthOf.get(first?.text ?? '') ?? 0
    const one = { ...params, calibrationRoundId: round.id, position: '1' }
    const after = await client.call(answerCalibrationQuestion, { params: one, body: { low: truth, high: truth * 2 } })
    expect(after.answers[0]).toMatchObject({
      truth,
      isHit: true,
      source: expect.any(String),
      score: expect.any(Number),
    })
    expect(after.answers.slice(1).every((answer) => answer.truth === null && answer.source === null)).toBe(true)
    await expect(
      client.call(answerCalibrationQuestion, { params: one, body: { low: 1, high: 2 } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'already-answered' }] } })
  })

  it('scores the hits against nine in ten and remembers every round', async () => {
    const { client, params } = await scene()
    const round = await answerRound(client, params, 7)
    expect(round).toMatchObject({ answered: 10, hits: 7, finishedAt: expect.any(String) })
    expect(round.sentence).toContain('7 of 10 ranges held the truth')
    const again = await answerRound(client, params, 8)
    expect(again.answers.some(({ text }) => round.answers.some((answer) => answer.text === text))).toBe(false)
    const all = await client.call(getCalibration, { params })
    expect(all).toMatchObject({ answered: 20, hits: 15, kind: 'overconfident', openRoundId: null })
    expect(all.rounds.map(({ hits }) => hits)).toEqual([8, 7])
    expect(all.weight).toBeLessThan(0.5)
    expect(all.wideningFactor).toBeGreaterThan(1)
    expect(all.hitRate?.low).toBeGreaterThan(0.5)
    expect(all.meanScore).toBeGreaterThan(0)
  })

  it('refuses what is no range, no question and no number', async () => {
    const { client, params } = await scene()
    const round = await client.call(startCalibrationRound, { params, body: {} })
    const answer = (position: number, low: number, high: number) =>
      client.call(answerCalibrationQuestion, {
        params: { ...params, calibrationRoundId: round.id, position: String(position) },
        body: { low, high },
      })
    await expect(answer(1, 3, 2)).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'answer-upside-down' }] },
    })
    await expect(answer(11, 1, 2)).rejects.toMatchObject({ status: 404 })
    await expect(answer(1, 1, 1e16)).rejects.toMatchObject({ status: 422 })
    const positive = round.answers.find(({ scale }) => scale === 'log')?.position ?? 1
    await expect(answer(positive, -1, 2)).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'answer-not-positive' }] },
    })
  })

  it('is one’s own: others see two counts, with permission', async () => {
    const { client, clientAs, params } = await scene()
    const contributor = await clientAs('contributor')
    const reader = await clientAs('reader')
    const round = await answerRound(contributor, params, 9)
    const one = { ...params, calibrationRoundId: round.id }
    for (const other of [client, reader]) {
      await expect(other.call(getCalibrationRound, { params: one })).rejects.toMatchObject({ status: 404 })
      await expect(
        other.call(answerCalibrationQuestion, { params: { ...one, position: '1' }, body: { low: 1, high: 2 } }),
      ).rejects.toMatchObject({ status: 404 })
      expect(await other.call(getCalibration, { params })).toMatchObject({ answered: 0, rounds: [] })
    }
    expect(await client.call(listCalibrations, { params })).toEqual({
      items: [
        {
          userId: expect.any(String),
          name: 'Someone contributor',
          answered: 10,
          hits: 9,
          lastAnsweredAt: expect.any(String),
        },
      ],
    })
    await expect(reader.call(listCalibrations, { params })).rejects.toMatchObject({ status: 403 })
    await expect(contributor.call(listCalibrations, { params })).rejects.toMatchObject({ status: 403 })
    const trail = await client.call(listLedger, { params, query: { entity: 'calibration_answer', limit: 200 } })
    expect(trail.items).toHaveLength(20)
    for (const { changes } of trail.items) {
      for (const field of ['low', 'high', 'truth', 'question_id'])
        expect(changes.map((one) => one.field)).not.toContain(field)
    }
    const stranger = await scene()
    await expect(stranger.client.call(getCalibrationRound, { params: one })).rejects.toMatchObject({ status: 404 })
    await expect(
      stranger.client.call(getCalibrationRound, { params: { ...one, ...stranger.params } }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await stranger.client.call(listCalibrations, { params: stranger.params })).items).toEqual([])
    await expect(
      stranger.client.call(listEstimates, { params: { ...params, riskId: round.id } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

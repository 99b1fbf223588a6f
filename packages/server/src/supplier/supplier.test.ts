import { utils, write } from '@e965/xlsx'
import { createClient } from '@sinew/contract/client.ts'
import { getEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import {
  exportAnswers,
  getAnswers,
  listSupplierNeeds,
  proveByAnswers,
  proveByCertificate,
  proveByReview,
  questionnaires,
  questions,
  readQuestionnaire,
  saveAnswers,
  sendQuestionnaire,
  supplierCertificates,
  supplierQuestionnaires,
  supplierReviews,
  suppliers,
  takeOverAnswers,
  takeOverQuestions,
} from '@sinew/contract/supplier/supplier-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { foundExample, rowsOf, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
const iso = (at: Date) => at.toISOString()
const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })

async function scene() {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const supplier = await ours.client.call(suppliers.create, {
    params,
    body: { name: 'Cumulus', criticality: 'critical', reviewEveryDays: 365, data: ['personal'] },
  })
  const { items: needs } = await ours.client.call(listSupplierNeeds, { params })
  return { ...ours, params, supplier, needs, needId: needs[0]?.needId ?? '' }
}

describe('a supplier', () => {
  it('is due for review by its cadence, after the last review or after it was listed', async () => {
    const { client, params, supplier } = await scene()
    expect(supplier.reviewDueAt?.slice(0, 10)).toBe(inDays(365).slice(0, 10))
    await client.call(supplierReviews.create, {
      params,
      body: { supplierId: supplier.id, at: inDays(-100), title: 'Reports read, nothing open' },
    })
    const now = await client.call(suppliers.get, { params: { ...params, supplierId: supplier.id } })
    expect(now.reviewDueAt?.slice(0, 10)).toBe(inDays(265).slice(0, 10))
    await expect(
      client.call(supplierReviews.create, { params, body: { supplierId: supplier.id, at: inDays(9), title: 'x' } }),
    ).rejects.toMatchObject(refused('review-ahead'))
  })
})

describe('what shows that a supplier can be trusted', () => {
  const certificate = { title: 'ISO/IEC 27001', issuer: 'Certifier Ltd' }

  it('is attested by a certificate until its last day, and declared by a review', async () => {
    const { client, params, supplier, needId, needs } = await scene()
    expect(new Set(needs.map(({ controlRef }) => controlRef)).size).toBeGreaterThan(3)
    const made = await client.call(supplierCertificates.create, {
      params,
      body: { ...certificate, supplierId: supplier.id, issuedAt: inDays(-200), validUntil: inDays(40) },
    })
    const one = { ...params, supplierCertificateId: made.id }
    const { evidenceId } = await client.call(proveByCertificate, { params: one, body: { needIds: [needId] } })
    expect(await client.call(getEvidence, { params: { ...params, evidenceId } })).toMatchObject({
      provenance: 'attested',
      result: { kind: 'pass' },
      validUntil: made.validUntil,
      title: 'Cumulus: ISO/IEC 27001',
    })
    await expect(client.call(proveByCertificate, { params: one, body: { needIds: [needId] } })).rejects.toMatchObject(
      refused('used-already'),
    )
    const { version } = await client.call(supplierCertificates.get, { params: one })
    await expect(
      client.call(supplierCertificates.update, { params: one, ifMatch: version, body: { validUntil: inDays(900) } }),
    ).rejects.toMatchObject(refused('is-evidence'))
    const old = await client.call(supplierCertificates.create, {
      params,
      body: { ...certificate, supplierId: supplier.id, issuedAt: inDays(-900), validUntil: inDays(-1) },
    })
    await expect(
      client.call(proveByCertificate, {
        params: { ...params, supplierCertificateId: old.id },
        body: { needIds: [needId] },
      }),
    ).rejects.toMatchObject(refused('certificate-ended'))
    const review = await client.call(supplierReviews.create, {
      params,
      body: { supplierId: supplier.id, at: inDays(-3), title: 'Two incidents untold', outcome: 'not_met' },
    })
    const said = await client.call(proveByReview, {
      params: { ...params, supplierReviewId: review.id },
      body: { needIds: [needId] },
    })
    expect(await client.call(getEvidence, { params: { ...params, evidenceId: said.evidenceId } })).toMatchObject({
      provenance: 'declared',
      result: { kind: 'fail' },
    })
  })

  it('runs out with its certificate: the assurance falls, and the risk that rests on it moves in money', async () => {
    const { services } = server
    const start = Date.now() - 400 * dayMs
    const day = (days: number) => new Date(start + days * dayMs)
    const organizationId = await foundExample(services, day(0))
    const chain = await writeTestChain(services, organizationId, day(0))
    // The story is told in process, by the founder, at the days it is about.
    const client = createClient({
      baseUrl: testUrl,
      headers: { origin: testUrl },
      fetch: async (request) =>
        server.app.fetch(request, {
          address: 'story',
          story: { memberUserId: `founder of ${organizationId}`, name: 'Ada Admin', at: day(1) },
        }),
    })
    const params = { organizationId }
    const supplier = await client.call(suppliers.create, { params, body: { name: 'Cumulus' } })
    const made = await client.call(supplierCertificates.create, {
      params,
      body: { ...certificate, supplierId: supplier.id, issuedAt: iso(day(-100)), validUntil: iso(day(60)) },
    })
    await client.call(proveByCertificate, {
      params: { ...params, supplierCertificateId: made.id },
      body: { needIds: [chain.needId] },
    })
    const proven = async () => {
      const [row] = await rowsOf<{ minor: number }>(
        services,
        organizationId,
        'select proven_minor as minor from risk_state',
      )
      return Number(row?.minor ?? 0)
    }
    await recompute(services, organizationId, { at: day(1) })
    const before = await proven()
    await recompute(services, organizationId, { at: day(150) })
    const sentences = await rowsOf<{ sentence: string }>(
      services,
      organizationId,
      'select sentence from movement order by number desc limit 1',
    )
    expect(await proven()).toBeGreaterThan(before * 1.1)
    expect(sentences[0]?.sentence).toMatch(/Restore test .* late/)
  })
})

describe('a questionnaire', () => {
  const csv =
    'Section;Question;Answer;Good answer\nAccess;Do you use a second factor?;yes_no;yes\nAccess;"Do you share accounts; ever?";yes_no;no\nOther;Who answers for security?;text;any\n'

  it('is taken over from a table whole or not at all, and says which line is wrong', async () => {
    const { client, params } = await scene()
    const asked = await client.call(questionnaires.create, { params, body: { title: 'Basics' } })
    const one = { ...params, questionnaireId: asked.id }
    const wrong = 'Question,Answer\nFine?,yes_no\n,maybe\n'
    await expect(client.call(takeOverQuestions, { params: one, body: { csv: wrong } })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'line 3' }, { path: 'line 3' }] },
    })
    expect((await client.call(questions.list, { params, query: { questionnaireId: asked.id } })).total).toBe(0)
    expect(await client.call(takeOverQuestions, { params: one, body: { csv } })).toEqual({ added: 3 })
    const { items } = await client.call(questions.list, { params, query: { questionnaireId: asked.id } })
    expect(items[1]).toMatchObject({ title: 'Do you share accounts; ever?', wanted: 'no', position: 2 })
  })

  it('is answered by link without an account, saved and gone on with, and frozen once it is submitted', async () => {
    const { client, params, supplier, needId } = await scene()
    const asked = await client.call(questionnaires.create, { params, body: { title: 'Basics' } })
    await client.call(takeOverQuestions, { params: { ...params, questionnaireId: asked.id }, body: { csv } })
    const sent = await client.call(supplierQuestionnaires.create, {
      params,
      body: { supplierId: supplier.id, questionnaireId: asked.id, title: 'Basics of Cumulus', dueAt: inDays(14) },
    })
    const one = { ...params, supplierQuestionnaireId: sent.id }
    const { link } = await client.call(sendQuestionnaire, { params: one, ifMatch: sent.version })
    const token = link.split('/').at(-1) ?? ''
    const { anonymous } = server
    const read = await anonymous.call(readQuestionnaire, { params: { token } })
    expect(read).toMatchObject({ organizationName: 'Test organisation', isSubmitted: false })
    const [factor, shared, who] = read.questions.map(({ id }) => id) as [string, string, string]
    const partly = { [factor]: { choice: 'yes', text: '' } } as const
    await anonymous.call(saveAnswers, { params: { token }, body: { answers: partly, name: 'Sam' } })
    expect(await anonymous.call(readQuestionnaire, { params: { token } })).toMatchObject({
      answers: partly,
      submittedByName: 'Sam',
      isSubmitted: false,
    })
    const submit = (answers: object) =>
      anonymous.call(saveAnswers, { params: { token }, body: { answers, name: 'Sam Supply', submit: true } as never })
    await expect(submit(partly)).rejects.toMatchObject(refused('questions-open'))
    const full = { ...partly, [shared]: { choice: 'yes', text: '' }, [who]: { choice: '', text: 'The head of IT' } }
    await expect(submit(full)).rejects.toMatchObject(refused('answers-unexplained'))
    const done = await submit({ ...full, [shared]: { choice: 'yes', text: 'One, for the alarm system' } })
    expect(done).toMatchObject({ isSubmitted: true, submittedByName: 'Sam Supply' })
    await expect(submit(full)).rejects.toMatchObject(refused('submitted'))
    expect(await client.call(getAnswers, { params: one })).toMatchObject({ passed: 1, expected: 2 })
    const { evidenceId } = await client.call(proveByAnswers, { params: one, body: { needIds: [needId] } })
    expect(await client.call(getEvidence, { params: { ...params, evidenceId } })).toMatchObject({
      provenance: 'declared',
      result: { kind: 'k_of_n', passed: 1, expected: 2 },
    })
    await expect(anonymous.call(readQuestionnaire, { params: { token: `${token}x` } })).rejects.toMatchObject({
      status: 404,
    })
  })

  const xlsxOf = (rows: readonly (readonly string[])[]) => {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    return Buffer.from(
      write({ SheetNames: ['Questions'], Sheets: { Questions: sheet } }, { type: 'buffer', compression: true }),
    ).toString('base64')
  }

  it('comes as a spreadsheet, goes out with its answers as one, and takes over what was filled in', async () => {
    const { client, params, supplier } = await scene()
    const asked = await client.call(questionnaires.create, { params, body: { title: 'Industry questions' } })
    const of = { ...params, questionnaireId: asked.id }
    const heading = ['Ref', 'Question', 'Answer', 'Good answer']
    const twin = xlsxOf([heading, ['IAM-1', 'Second factor?', '', ''], ['IAM-1', 'Shared accounts?', 'maybe', 'no']])
    await expect(client.call(takeOverQuestions, { params: of, body: { xlsx: twin } })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'line 3' }, { path: 'line 3' }] },
    })
    const whole = xlsxOf([
      heading,
      ['IAM-1', 'Second factor?', '', ''],
      [],
      ['IAM-2', 'Shared accounts?', 'yes_no', 'no'],
      ['SEF-1', 'Told within?', 'text', 'any'],
    ])
    expect(await client.call(takeOverQuestions, { params: of, body: { xlsx: whole } })).toEqual({ added: 3 })
    const sent = await client.call(supplierQuestionnaires.create, {
      params,
      body: { supplierId: supplier.id, questionnaireId: asked.id, title: 'By table', dueAt: inDays(14) },
    })
    const one = { ...params, supplierQuestionnaireId: sent.id }
    const table = async () =>
      (await (await client.download(exportAnswers, { params: one, query: { format: 'csv' } })).text()).split('\r\n')
    expect((await table())[1]).toBe('IAM-1,,Second factor?,"yes, no or n/a",,')
    const answer = (rows: readonly (readonly string[])[], body: object = {}, version = sent.version) =>
      client.call(takeOverAnswers, {
        params: one,
        ifMatch: version,
        body: { xlsx: xlsxOf([['Reference', 'Question', 'Answer', 'Explanation'], ...rows]), ...body },
      })
    await expect(
      answer([
        ['IAM-1', '', 'Perhaps', ''],
        ['X-9', 'Unknown?', 'Yes', ''],
      ]),
    ).rejects.toMatchObject({
      problem: { errors: [{ path: 'line 2' }, { path: 'line 3' }] },
    })
    expect((await client.call(getAnswers, { params: one })).answers).toEqual({})
    const partly = [
      ['IAM-1', '', 'Yes', ''],
      ['', 'shared  accounts?', 'n/a', 'One person only'],
    ]
    expect(await answer(partly)).toEqual({ taken: 2, open: 1 })
    await expect(answer(partly)).rejects.toMatchObject({ status: 412 })
    await expect(answer(partly, { submit: true, name: 'Sam' }, 2)).rejects.toMatchObject(refused('questions-open'))
    expect(await answer([['SEF-1', '', '48 hours', '']], { submit: true, name: 'Sam' }, 2)).toEqual({
      taken: 1,
      open: 0,
    })
    expect(await table()).toEqual([
      'Reference,Section,Question,Answered by,Answer,Explanation,As wanted',
      'IAM-1,,Second factor?,"yes, no or n/a",Yes,,yes',
      'IAM-2,,Shared accounts?,"yes, no or n/a",Does not apply,One person only,',
      'SEF-1,,Told within?,text,48 hours,,',
      '',
    ])
    await expect(answer(partly, {}, 3)).rejects.toMatchObject(refused('not-open'))
  })

  it('refuses what is no table, what is two, and a spreadsheet that unpacks to too much', async () => {
    const { client, params } = await scene()
    const asked = await client.call(questionnaires.create, { params, body: { title: 'Basics' } })
    const take = (body: object) =>
      client.call(takeOverQuestions, { params: { ...params, questionnaireId: asked.id }, body })
    const bomb = xlsxOf([['Question'], ...Array.from({ length: 500 }, () => ['a'.repeat(30_000)])])
    for (const [body, words] of [
      [{}, 'Give one table'],
      [{ csv, xlsx: xlsxOf([['Question'], ['Well?']]) }, 'Give one table'],
      [{ xlsx: Buffer.from('Question\nWell?\n').toString('base64') }, 'no XLSX spreadsheet'],
      [{ xlsx: bomb }, 'unpacks to more than 12 MB'],
      [{ xlsx: xlsxOf([['Colour'], ['blue']]) }, 'The table is not right'],
    ] as const)
      await expect(take(body)).rejects.toMatchObject({ status: 422, message: expect.stringContaining(words) })
    expect((await client.call(questions.list, { params, query: { questionnaireId: asked.id } })).total).toBe(0)
  })

  it('has one link that works, until it is withdrawn', async () => {
    const { client, params, supplier } = await scene()
    const asked = await client.call(questionnaires.create, { params, body: { title: 'Basics' } })
    const sent = await client.call(supplierQuestionnaires.create, {
      params,
      body: { supplierId: supplier.id, questionnaireId: asked.id, title: 'Again', dueAt: inDays(14) },
    })
    const one = { ...params, supplierQuestionnaireId: sent.id }
    await expect(client.call(sendQuestionnaire, { params: one, ifMatch: 1 })).rejects.toMatchObject(
      refused('no-questions'),
    )
    await client.call(questions.create, { params, body: { questionnaireId: asked.id, title: 'Well?' } })
    const first = await client.call(sendQuestionnaire, { params: one, ifMatch: 1 })
    const { version } = await client.call(supplierQuestionnaires.get, { params: one })
    const second = await client.call(sendQuestionnaire, { params: one, ifMatch: version })
    const read = (link: string) =>
      server.anonymous.call(readQuestionnaire, { params: { token: link.split('/').at(-1) ?? '' } })
    await expect(read(first.link)).rejects.toMatchObject({ status: 404 })
    expect((await read(second.link)).questions).toHaveLength(1)
    const now = await client.call(supplierQuestionnaires.get, { params: one })
    await client.call(supplierQuestionnaires.move, {
      params: one,
      ifMatch: now.version,
      body: { to: 'withdrawn', reason: 'Asked twice' },
    })
    await expect(read(second.link)).rejects.toMatchObject({ status: 404 })
  })
})

import {
  listSupplierNeeds,
  proveByCertificate,
  questionnaires,
  readQuestionnaire,
  saveAnswers,
  sendQuestionnaire,
  supplierCertificates,
  supplierContracts,
  supplierQuestionnaires,
  supplierReviews,
  suppliers,
  takeOverQuestions,
} from '@sinew/contract/supplier/supplier-contract.ts'
import { kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { reviewSteps } from './review-steps.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { storyAnswers, storyCertificate, storyQuestions, storySuppliers } from './story-suppliers.ts'

const listed = 64
/** After the last evidence of the year on the same need, so that its end is seen. */
const proved = 326
const asked = 150

/** Four suppliers: contracts, a review that is due again, answers that came by link, and a certificate that ran out weeks ago. */
export function suppliersChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  return [
    { day: listed, who: 'stefan', act: (scene) => list(scene, made) },
    { day: proved, who: 'stefan', act: (scene) => prove(scene, made) },
    ...reviewSteps('certificate', 'stefan', proved),
    { day: asked, who: 'stefan', act: (scene) => ask(scene, made) },
    { day: 169, who: 'ruth', act: (scene) => review(scene, made) },
  ]
}

async function list(scene: Scene, made: Map<string, Made>): Promise<void> {
  for (const { key, owner, contracts, ...supplier } of storySuppliers) {
    const one = await make(scene, suppliers, { ...supplier, ownerId: known(scene.memory.people, owner) })
    made.set(key, one)
    for (const contract of contracts) {
      const noticeAt = contract.noticeDay === undefined ? null : inDays(scene.at, contract.noticeDay - listed)
      const { noticeDay: _, ...body } = contract
      await make(scene, supplierContracts, { ...body, supplierId: one.id, noticeAt })
    }
  }
}

async function prove(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const { issuedDay, untilDay, need, supplier, ...certificate } = storyCertificate
  const one = await make(scene, supplierCertificates, {
    ...certificate,
    supplierId: kept(made, supplier).id,
    issuedAt: inDays(at, issuedDay - proved),
    validUntil: inDays(at, untilDay - proved),
  })
  const { items } = await client.call(listSupplierNeeds, { params: { organizationId } })
  const needIds = items.filter(({ title }) => title === need).map(({ needId }) => needId)
  const params = { organizationId, supplierCertificateId: one.id }
  const { evidenceId } = await client.call(proveByCertificate, { params, body: { needIds } })
  memory.evidence.set('certificate', { id: evidenceId, version: 1 })
}

/** Asked, and answered by the supplier through the link. */
async function ask(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, at } = scene
  const params = { organizationId }
  const questionnaire = await make(scene, questionnaires, {
    title: 'Basics for suppliers that see customer data',
    introduction: 'Eight questions. A “no” is an answer: say what you do instead.',
  })
  await client.call(takeOverQuestions, {
    params: { ...params, questionnaireId: questionnaire.id },
    body: { csv: storyQuestions },
  })
  const sent = await make(scene, supplierQuestionnaires, {
    supplierId: kept(made, 'desk').id,
    questionnaireId: questionnaire.id,
    title: 'Basics, first time',
    dueAt: inDays(at, 21),
  })
  const { link } = await client.call(sendQuestionnaire, {
    params: { ...params, supplierQuestionnaireId: sent.id },
    ifMatch: sent.version,
  })
  const token = link.slice(link.lastIndexOf('/') + 1)
  const { questions } = await client.call(readQuestionnaire, { params: { token } })
  await client.call(saveAnswers, {
    params: { token },
    body: {
      answers: Object.fromEntries(
        questions.flatMap(({ id }, index) => {
          const answer = storyAnswers[index]
          return answer === undefined ? [] : [[id, answer]]
        }),
      ),
      name: 'Security team of the supplier',
      submit: true,
    },
  })
}

async function review(scene: Scene, made: Map<string, Made>): Promise<void> {
  for (const [key, title, openPoints] of [
    ['cloud', 'Report and uptime read; one zone missed its uptime', 'Watch the zone in the next quarter.'],
    ['sms', 'Two outages of the half-year explained; no data concerned', ''],
  ] as const) {
    await make(scene, supplierReviews, {
      supplierId: kept(made, key).id,
      at: scene.at.toISOString(),
      title,
      seen: 'Assurance report, incidents and service levels of the half-year.',
      openPoints,
    })
  }
}

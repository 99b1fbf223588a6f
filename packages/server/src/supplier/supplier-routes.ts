import * as contract from '@sinew/contract/supplier/supplier-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { readQuestionnaire, saveAnswers } from './answer-questionnaire.ts'
import { exportAnswers } from './export-answers.ts'
import { findSupplierNeeds } from './find-supplier-needs.ts'
import { getAnswers } from './get-answers.ts'
import { proveByAnswers, proveByCertificate, proveByReview } from './prove.ts'
import { sendQuestionnaire } from './send-questionnaire.ts'
import { certificateUntil, countQuestions, reviewDueAt } from './supplier-computed.ts'
import { takeOverAnswers } from './take-over-answers.ts'
import { takeOverQuestions } from './take-over-questions.ts'

const isEvidence = refuse(
  'is-evidence',
  'It is used as evidence and stays as it is: add a new one, and withdraw the piece if it was wrong.',
)

export const supplierRoutes: readonly Binding[] = [
  handle(contract.listSupplierNeeds, async (ctx) => ({ items: await findSupplierNeeds(ctx) })),
  handle(contract.proveByCertificate, (ctx, { params, body }) =>
    proveByCertificate(ctx, params.supplierCertificateId, body.needIds),
  ),
  handle(contract.proveByReview, (ctx, { params, body }) => proveByReview(ctx, params.supplierReviewId, body.needIds)),
  handle(contract.proveByAnswers, (ctx, { params, body }) =>
    proveByAnswers(ctx, params.supplierQuestionnaireId, body.needIds),
  ),
  handle(contract.takeOverQuestions, (ctx, { params, body }) => takeOverQuestions(ctx, params.questionnaireId, body)),
  handle(contract.takeOverAnswers, (ctx, { params, ifMatch, body }) =>
    takeOverAnswers(ctx, params.supplierQuestionnaireId, ifMatch, body),
  ),
  handle(contract.exportAnswers, (ctx, { params, query }) =>
    exportAnswers(ctx, params.supplierQuestionnaireId, query.format),
  ),
  handle(contract.sendQuestionnaire, (ctx, { params, ifMatch }) =>
    sendQuestionnaire(ctx, params.supplierQuestionnaireId, ifMatch),
  ),
  handle(contract.getAnswers, (ctx, { params }) => getAnswers(ctx, params.supplierQuestionnaireId)),
  handle(contract.readQuestionnaire, (ctx, { params }) => readQuestionnaire(ctx, params.token)),
  handle(contract.saveAnswers, (ctx, { params, body }) => saveAnswers(ctx, params.token, body)),
  ...registerBindings(contract.suppliers, {
    searched: ['services', 'subcontractors'],
    computed: { reviewDueAt, certificateUntil },
    keep: async (_ctx, tx, { id }) => {
      const used = await tx
        .selectFrom('supplier_certificate')
        .select('id')
        .where('supplier_id', '=', id)
        .where('evidence_id', 'is not', null)
        .executeTakeFirst()
      return used === undefined
        ? []
        : refuse('proves', 'A certificate of it is used as evidence: call it ended instead.')
    },
  }),
  ...registerBindings(contract.supplierContracts, {
    check: async (_ctx, _tx, { from, until, noticeAt }) => [
      ...(from !== null && until !== null && until < from ? refuse('ends-before', 'It ends before it begins.') : []),
      ...(noticeAt !== null && until !== null && noticeAt > until
        ? refuse('notice-after', 'The last day to give notice is after its end.')
        : []),
    ],
  }),
  ...registerBindings(contract.supplierCertificates, {
    searched: ['issuer'],
    check: async (_ctx, _tx, given, before) => [
      ...(before !== null && before.evidenceId !== null ? isEvidence : []),
      ...(given.validUntil <= given.issuedAt ? refuse('ends-before', 'It runs out before it was issued.') : []),
    ],
    keep: async (_ctx, _tx, { evidenceId }) => (evidenceId === null ? [] : isEvidence),
  }),
  ...registerBindings(contract.supplierReviews, {
    check: async (ctx, _tx, { at }) =>
      Date.parse(at) > ctx.now.getTime() + 86_400_000
        ? refuse('review-ahead', 'It cannot have been reviewed yet.')
        : [],
  }),
  ...registerBindings(contract.questionnaires, { computed: { questions: countQuestions } }),
  ...registerBindings(contract.questions, { searched: ['reference', 'section'] }),
  ...registerBindings(contract.supplierQuestionnaires, {
    check: async (_ctx, _tx, given, before) =>
      before !== null && before.state !== 'draft' && before.questionnaireId !== given.questionnaireId
        ? refuse('sent-already', 'It was sent: withdraw it and ask with the other questionnaire.')
        : [],
  }),
]

import {
  questionnaireRegister,
  questionRegister,
  supplierCertificateRegister,
  supplierContractRegister,
  supplierQuestionnaireRegister,
  supplierReviewRegister,
} from '@sinew/core/supplier/supplier-parts.ts'
import { supplierRegister } from '@sinew/core/supplier/supplier-register.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const suppliers = registerContract(supplierRegister)
export const supplierContracts = registerContract(supplierContractRegister)
export const supplierCertificates = registerContract(supplierCertificateRegister)
export const supplierReviews = registerContract(supplierReviewRegister)
export const questionnaires = registerContract(questionnaireRegister)
export const questions = registerContract(questionRegister)
export const supplierQuestionnaires = registerContract(supplierQuestionnaireRegister)
export const supplierRegisters = [
  suppliers,
  supplierContracts,
  supplierCertificates,
  supplierReviews,
  questionnaires,
  questions,
  supplierQuestionnaires,
]

const tag = 'Suppliers'
const organization = '/orgs/{organizationId}'

export const listSupplierNeeds = defineRoute({
  id: 'listSupplierNeeds',
  method: 'get',
  path: `${organization}/supplier-needs`,
  summary: 'The evidence needs of the controls on suppliers, A.5.19 to A.5.23',
  tag,
  access: 'control:read',
  response: z.object({
    items: z.array(
      z.object({ needId: z.uuid(), title: z.string(), controlRef: z.string(), cadenceDays: z.number().int() }),
    ),
  }),
})

const proof = {
  method: 'post',
  tag,
  access: 'evidence:write',
  status: 201,
  body: z.strictObject({ needIds: z.array(z.uuid()).min(1, 'Choose what it proves.').max(20) }),
  response: z.object({ evidenceId: z.uuid(), number: z.number().int() }),
} as const

export const proveByCertificate = defineRoute({
  ...proof,
  id: 'proveByCertificate',
  path: `${organization}/supplier-certificates/{supplierCertificateId}/evidence`,
  summary: 'Use a certificate as evidence: attested by its issuer, until its last day',
  params: { supplierCertificateId: z.uuid() },
})

export const proveByReview = defineRoute({
  ...proof,
  id: 'proveByReview',
  path: `${organization}/supplier-reviews/{supplierReviewId}/evidence`,
  summary: 'Use a review as evidence: declared, until the next one is due',
  params: { supplierReviewId: z.uuid() },
})

export const proveByAnswers = defineRoute({
  ...proof,
  id: 'proveByAnswers',
  path: `${organization}/supplier-questionnaires/{supplierQuestionnaireId}/evidence`,
  summary: 'Use submitted answers as evidence: declared by the supplier, as many good as there are',
  params: { supplierQuestionnaireId: z.uuid() },
})

/** A table in one of two forms. */
const table = {
  csv: z.string().min(1).max(1_000_000).optional(),
  xlsx: z.string().min(1).max(1_000_000, 'The spreadsheet is larger than 750 kB.').optional(),
}

export const takeOverQuestions = defineRoute({
  id: 'takeOverQuestions',
  method: 'post',
  path: `${organization}/questionnaires/{questionnaireId}/import`,
  summary: 'Add the questions of a table to a questionnaire: all of them or none',
  description:
    'Columns: Question, and if wanted Reference, Section, Answer (yes_no or text) and Good answer (yes, no or any), as CSV or as an XLSX file in base 64. A wrong row refuses the table and says which.',
  tag,
  access: 'supplier:write',
  params: { questionnaireId: z.uuid() },
  status: 201,
  body: z.strictObject(table),
  response: z.object({ added: z.number().int() }),
})

export const sendQuestionnaire = defineRoute({
  id: 'sendQuestionnaire',
  method: 'post',
  path: `${organization}/supplier-questionnaires/{supplierQuestionnaireId}/send`,
  summary: 'Make the link by which the supplier answers; the one before stops to work',
  tag,
  access: 'supplier:write',
  params: { supplierQuestionnaireId: z.uuid() },
  ifMatch: true,
  response: z.object({ link: z.string(), expiresAt: z.iso.datetime() }),
})

const asked = z.object({
  id: z.uuid(),
  /** What the question is called where it comes from. */
  reference: z.string(),
  section: z.string(),
  title: z.string(),
  answer: z.enum(['yes_no', 'text']),
  wanted: z.enum(['yes', 'no', 'any']),
})
const answer = z.strictObject({
  choice: z.enum(['', 'yes', 'no', 'not_applicable']),
  text: z.string().max(5_000),
})
/** By the ids of the questions. */
const answers = z.record(z.string().max(100), answer)

export const getAnswers = defineRoute({
  id: 'getAnswers',
  method: 'get',
  path: `${organization}/supplier-questionnaires/{supplierQuestionnaireId}/answers`,
  summary: 'What was asked, what was answered so far, and how many answers are good',
  tag,
  access: 'supplier:read',
  params: { supplierQuestionnaireId: z.uuid() },
  response: z.object({
    questions: z.array(asked),
    answers,
    passed: z.number().int(),
    expected: z.number().int(),
  }),
})

export const exportAnswers = defineRoute({
  id: 'exportAnswers',
  method: 'get',
  path: `${organization}/supplier-questionnaires/{supplierQuestionnaireId}/answers/export`,
  summary: 'What is asked and what was answered, as a table that can be filled in and taken over',
  tag,
  access: 'supplier:read',
  params: { supplierQuestionnaireId: z.uuid() },
  query: { format: exportFormat },
  download: exportMediaTypes,
})

export const takeOverAnswers = defineRoute({
  id: 'takeOverAnswers',
  method: 'post',
  path: `${organization}/supplier-questionnaires/{supplierQuestionnaireId}/answers/import`,
  summary: 'Take over answers from a table the supplier filled in: all of them or none',
  description:
    'Columns: Question or Reference, Answer and Explanation, as `exportAnswers` writes them, as CSV or as an XLSX file in base 64. A row without an answer changes nothing. With `submit` the answers are frozen, and `name` says who answered.',
  tag,
  access: 'supplier:write',
  params: { supplierQuestionnaireId: z.uuid() },
  ifMatch: true,
  body: z.strictObject({
    ...table,
    name: z.string().trim().max(200).default(''),
    submit: z.boolean().default(false),
  }),
  response: z.object({ taken: z.number().int(), open: z.number().int() }),
})

const token = { token: z.string().min(1).max(200) }
const answering = z.object({
  organizationName: z.string(),
  title: z.string(),
  introduction: z.string(),
  dueAt: z.iso.datetime(),
  isSubmitted: z.boolean(),
  submittedByName: z.string(),
  questions: z.array(asked.omit({ wanted: true })),
  answers,
})
export type Answering = z.infer<typeof answering>

export const readQuestionnaire = defineRoute({
  id: 'readQuestionnaire',
  method: 'get',
  path: '/supplier-answers/{token}',
  summary: 'What a supplier is asked, by the link that was sent',
  tag,
  access: 'public',
  params: token,
  response: answering,
})

export const saveAnswers = defineRoute({
  id: 'saveAnswers',
  method: 'put',
  path: '/supplier-answers/{token}',
  summary: 'Keep answers to go on later, or submit them for good',
  tag,
  access: 'public',
  params: token,
  body: z.strictObject({ answers, name: z.string().trim().max(200).default(''), submit: z.boolean().default(false) }),
  response: answering,
})

import { z } from 'zod'
import { defineRoute } from '../route.ts'

const end = z.number().min(-1e15, 'Not below −10¹⁵.').max(1e15, 'Not above 10¹⁵.')

/** One question of a round; the truth is there once it is answered. */
export const calibrationAnswerSchema = z.object({
  position: z.number().int(),
  text: z.string(),
  unit: z.string(),
  scale: z.enum(['log', 'linear']),
  low: z.number().nullable(),
  high: z.number().nullable(),
  truth: z.number().nullable(),
  /** Where the truth is written; null before the answer. */
  source: z.string().nullable(),
  isHit: z.boolean().nullable(),
  /** The interval score: lower is better; null before the answer. */
  score: z.number().nullable(),
})
export type CalibrationAnswer = z.infer<typeof calibrationAnswerSchema>

const roundFields = {
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  answered: z.number().int(),
  hits: z.number().int(),
  /** Mean interval score of what was answered; null before the first answer. */
  meanScore: z.number().nullable(),
}
export const calibrationRoundSchema = z.object({
  ...roundFields,
  answers: z.array(calibrationAnswerSchema),
  /** What the hits of this round say. */
  sentence: z.string(),
})
export type CalibrationRound = z.infer<typeof calibrationRoundSchema>

export const calibrationSchema = z.object({
  answered: z.number().int(),
  hits: z.number().int(),
  kind: z.enum(['untested', 'few', 'overconfident', 'underconfident', 'calibrated']),
  sentence: z.string(),
  /** 90 % interval of the true hit rate; null before the first answer. */
  hitRate: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** By how much all ranges would have had to be wider to hold nine in ten; null with fewer than ten answers or where no width would do. */
  wideningFactor: z.number().nullable(),
  meanScore: z.number().nullable(),
  /** Relative weight in a pool of estimates. */
  weight: z.number(),
  /** The newest first. */
  rounds: z.array(z.object(roundFields)),
  openRoundId: z.uuid().nullable(),
})
export type Calibration = z.infer<typeof calibrationSchema>

const tag = 'Calibration'
const calibration = '/orgs/{organizationId}/calibration'

export const getCalibration = defineRoute({
  id: 'getCalibration',
  method: 'get',
  path: calibration,
  summary: 'How well one’s own 90 % ranges hold the truth',
  tag,
  access: 'calibration:own',
  response: calibrationSchema,
})

export const startCalibrationRound = defineRoute({
  id: 'startCalibrationRound',
  method: 'post',
  path: `${calibration}/rounds`,
  summary: 'Ten questions to answer with 90 % ranges; the open round where there is one',
  tag,
  access: 'calibration:own',
  status: 201,
  body: z.strictObject({}),
  response: calibrationRoundSchema,
})

const round = { tag, access: 'calibration:own', params: { calibrationRoundId: z.uuid() } } as const

export const getCalibrationRound = defineRoute({
  ...round,
  id: 'getCalibrationRound',
  method: 'get',
  path: `${calibration}/rounds/{calibrationRoundId}`,
  summary: 'One of one’s own rounds: questions, and the truth of those answered',
  response: calibrationRoundSchema,
})

export const answerCalibrationQuestion = defineRoute({
  id: 'answerCalibrationQuestion',
  method: 'put',
  path: `${calibration}/rounds/{calibrationRoundId}/answers/{position}`,
  summary: 'Answer a question once, and learn the truth',
  tag,
  access: 'calibration:own',
  params: { calibrationRoundId: z.uuid(), position: z.coerce.number().int().min(1).max(50) },
  body: z.strictObject({ low: end, high: end }),
  response: calibrationRoundSchema,
})

export const listCalibrations = defineRoute({
  id: 'listCalibrations',
  method: 'get',
  path: `${calibration}/people`,
  summary: 'How many questions everybody answered and how many of their ranges held the truth; nobody’s answers',
  tag,
  access: 'calibration:read',
  response: z.object({
    items: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        answered: z.number().int(),
        hits: z.number().int(),
        lastAnsweredAt: z.iso.datetime(),
      }),
    ),
  }),
})

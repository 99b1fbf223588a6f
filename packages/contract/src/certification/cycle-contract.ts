import { z } from 'zod'
import { defineRoute } from '../route.ts'

const tag = 'Certification'
const one = { tag, params: { certificationId: z.uuid() } } as const
const path = '/orgs/{organizationId}/certifications/{certificationId}'

export const getCertificationCycle = defineRoute({
  ...one,
  id: 'getCertificationCycle',
  method: 'get',
  path: `${path}/cycle`,
  summary: 'The deadlines of a cycle with their alerts, the clocks of the body’s findings, and the audit days',
  access: 'certification:read',
  response: z.object({
    deadlines: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        rule: z.string(),
        dueAt: z.iso.datetime(),
        state: z.enum(['done', 'open', 'late']),
        alertDays: z.number().int().nullable(),
      }),
    ),
    clocks: z.array(
      z.object({
        ref: z.string(),
        title: z.string(),
        grade: z.string(),
        rule: z.string(),
        dueAt: z.iso.datetime().nullable(),
        isMet: z.boolean(),
      }),
    ),
    auditDays: z
      .object({ gross: z.number(), net: z.number(), surveillance: z.number(), recertification: z.number() })
      .nullable(),
  }),
})
export type CertificationCycle = z.infer<typeof getCertificationCycle.response>

export const makeCertificationPlan = defineRoute({
  ...one,
  id: 'makeCertificationPlan',
  method: 'post',
  path: `${path}/plan`,
  summary: 'Fill an empty plan with the usual way of a small company',
  access: 'certification:write',
  response: z.object({ tasks: z.number().int() }),
})

export const getCertificationForecast = defineRoute({
  ...one,
  id: 'getCertificationForecast',
  method: 'get',
  path: `${path}/forecast`,
  summary:
    'When the plan will be done, as far as its progress says: simulated from planned durations and the pace so far',
  access: 'certification:read',
  response: z.object({
    /** The end if every task took what is planned from its beginning on; null without tasks. */
    plannedDays: z.number().int(),
    forecast: z
      .object({
        p10: z.iso.datetime(),
        p50: z.iso.datetime(),
        p90: z.iso.datetime(),
        runs: z.number().int(),
        pace: z.object({ done: z.number().int(), ratio: z.number(), deviation: z.number(), error: z.number() }),
        drivers: z.array(z.string()),
      })
      .nullable(),
    tasks: z.array(
      z.object({
        ref: z.string(),
        title: z.string(),
        phase: z.string(),
        isDone: z.boolean(),
        isLate: z.boolean(),
        fromAt: z.iso.datetime(),
        untilAt: z.iso.datetime(),
        plannedDays: z.number().int(),
        slackDays: z.number().int(),
        criticalShare: z.number(),
        after: z.array(z.string()),
      }),
    ),
  }),
})
export type CertificationForecast = z.infer<typeof getCertificationForecast.response>

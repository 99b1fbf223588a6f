import { z } from 'zod'
import { paperFormat, paperMediaTypes } from '../export/paper-format.ts'
import { defineRoute } from '../route.ts'

const tag = 'Management reviews'
const one = { tag, params: { managementReviewId: z.uuid() } } as const

export const collectReviewInputs = defineRoute({
  ...one,
  id: 'collectReviewInputs',
  method: 'post',
  path: '/orgs/{organizationId}/management-reviews/{managementReviewId}/inputs',
  summary: 'Fill the inputs of a planned review anew from what is recorded',
  access: 'review:write',
  response: z.object({ inputs: z.number().int() }),
})

export const getReviewMinutes = defineRoute({
  ...one,
  id: 'getReviewMinutes',
  method: 'get',
  path: '/orgs/{organizationId}/management-reviews/{managementReviewId}/minutes',
  summary: 'The minutes to take away; before they are signed off they are marked as a draft',
  access: 'review:read',
  query: { format: paperFormat },
  download: paperMediaTypes,
})

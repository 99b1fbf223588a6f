import { z } from 'zod'
import { defineRoute } from '../route.ts'

export const createExample = defineRoute({
  id: 'createExample',
  method: 'post',
  path: '/example',
  summary: 'Start an example company; its year of history is told in the background',
  tag: 'Organisation',
  access: 'session',
  status: 202,
  response: z.object({ organizationId: z.uuid(), slug: z.string() }),
})

export const getExampleProgress = defineRoute({
  id: 'getExampleProgress',
  method: 'get',
  path: '/orgs/{organizationId}/example-progress',
  summary: 'How far the example company’s story has come',
  tag: 'Organisation',
  access: 'organization:read',
  timeTravel: false,
  response: z.object({
    /** `none`: this organisation is no example. */
    state: z.enum(['none', 'telling', 'told', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
  }),
})

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

export const exampleProgressSchema = z.object({
  /**
   * `none`: this organisation is no example. `failed`: its story broke. `interrupted`: whoever told it gave no sign of life for
   * a minute, as after a restart.
   */
  state: z.enum(['none', 'telling', 'told', 'failed', 'interrupted']),
  done: z.number().int(),
  total: z.number().int(),
  /** The day of the story that is being told; null before it begins. */
  toldUntil: z.iso.datetime().nullable(),
  /** How long the rest takes at the pace so far; null while nothing is told, or nothing is left. */
  secondsLeft: z.number().int().nullable(),
})
export type ExampleProgress = z.infer<typeof exampleProgressSchema>

export const getExampleProgress = defineRoute({
  id: 'getExampleProgress',
  method: 'get',
  path: '/orgs/{organizationId}/example-progress',
  summary: 'How far the example company’s story has come',
  tag: 'Organisation',
  access: 'organization:read',
  timeTravel: false,
  response: exampleProgressSchema,
})

export const removeExample = defineRoute({
  id: 'removeExample',
  method: 'delete',
  path: '/orgs/{organizationId}/example',
  summary: 'Remove an example company with everything in it',
  description:
    'Only an example, and not while its story is being told. Its ledger goes with it, but for one line that says so.',
  tag: 'Organisation',
  access: 'organization:write',
})

import { commitmentRegister } from '@sinew/core/leadership/commitment-register.ts'
import { delegationRegister } from '@sinew/core/leadership/delegation-register.ts'
import { ismsRoleRegister, raciActivityRegister } from '@sinew/core/leadership/isms-role-register.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const ismsRoles = registerContract(ismsRoleRegister)
export const raciActivities = registerContract(raciActivityRegister)
export const delegations = registerContract(delegationRegister)
export const commitments = registerContract(commitmentRegister)

/** Does it, answers for it, is asked before, is told after. */
export const raciLetters = ['R', 'A', 'C', 'I'] as const

export const raciSchema = z.object({
  roles: z.array(
    z.object({ id: z.uuid(), number: z.number().int(), title: z.string(), holderName: z.string().nullable() }),
  ),
  activities: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      title: z.string(),
      clauses: z.array(z.string()),
      /** The letter of each role that has one. */
      cells: z.record(z.uuid(), z.enum(raciLetters)).meta({ example: { '0197a3c2-8d1e-7b4a-9f60-3c5d7e9a1b2c': 'R' } }),
      /** What is missing: nobody answers for it, nobody does it. */
      gaps: z.array(z.string()),
    }),
  ),
})
export type Raci = z.infer<typeof raciSchema>

const tag = 'Leadership'

export const getRaci = defineRoute({
  id: 'getRaci',
  method: 'get',
  path: '/orgs/{organizationId}/raci',
  summary: 'The matrix of responsibilities: roles and activities',
  tag,
  access: 'document:read',
  response: raciSchema,
})

export const setRaciCell = defineRoute({
  id: 'setRaciCell',
  method: 'put',
  path: '/orgs/{organizationId}/raci/{raciActivityId}/{ismsRoleId}',
  summary: 'Say what a role has to do with an activity; null for nothing',
  description: 'One role answers for an activity: whoever did before does it from then on without answering for it.',
  tag,
  access: 'document:write',
  params: { raciActivityId: z.uuid(), ismsRoleId: z.uuid() },
  body: z.strictObject({ letter: z.enum(raciLetters).nullable() }),
  response: raciSchema,
})

export const exportRaci = defineRoute({
  id: 'exportRaci',
  method: 'get',
  path: '/orgs/{organizationId}/raci/export',
  summary: 'The matrix of responsibilities as a file',
  tag,
  access: 'document:read',
  query: { format: exportFormat },
  download: exportMediaTypes,
})

import { z } from 'zod'
import { obligationKinds } from '../obligation/obligation-words.ts'
import { defineRoute } from '../route.ts'
import { partyRequirements } from './context-contract.ts'

export const makeObligation = defineRoute({
  id: 'makeObligation',
  method: 'post',
  path: '/orgs/{organizationId}/party-requirements/{partyRequirementId}/obligation',
  summary:
    'Make a requirement an obligation, or say which one it is: the controls that meet it are then justified by it',
  tag: 'Requirements of interested parties',
  access: 'context:write',
  params: { partyRequirementId: z.uuid() },
  ifMatch: true,
  body: z.strictObject({
    kind: z.enum(obligationKinds).default('promise').meta({ description: 'Of an obligation that is made.' }),
    obligationId: z.uuid().nullable().default(null).meta({ description: 'One there is already; left out: a new one.' }),
  }),
  response: partyRequirements.get.response,
})

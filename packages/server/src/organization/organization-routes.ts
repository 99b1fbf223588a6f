import * as contract from '@sinew/contract/organization/organization-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createOrganization } from './create-organization.ts'
import { getOrganization } from './organization-store.ts'
import { updateOrganization } from './update-organization.ts'

export const organizationRoutes: readonly Binding[] = [
  handle(contract.createOrganization, (ctx, { body }) => createOrganization(ctx, body)),
  handle(contract.getOrganization, (ctx) => getOrganization(ctx.db, ctx.role)),
  handle(contract.updateOrganization, (ctx, { ifMatch, body }) => updateOrganization(ctx, ifMatch, body)),
]

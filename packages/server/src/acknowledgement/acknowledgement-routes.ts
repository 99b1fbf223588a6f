import * as contract from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { askPeople, exportAskedPeople, findAskedPeople, remindPeople } from './asked-people.ts'
import { campaignRules } from './campaign-rules.ts'
import { acknowledgeReading, listReading } from './reading.ts'

export const acknowledgementRoutes: readonly Binding[] = [
  ...registerBindings(contract.campaigns, campaignRules),
  handle(contract.listAskedPeople, async (ctx, { params }) => ({
    items: await findAskedPeople(ctx, params.acknowledgementCampaignId),
  })),
  handle(contract.exportAskedPeople, (ctx, { params, query }) =>
    exportAskedPeople(ctx, params.acknowledgementCampaignId, query.format),
  ),
  handle(contract.askPeople, (ctx, { params, body }) => askPeople(ctx, params.acknowledgementCampaignId, body)),
  handle(contract.remindPeople, (ctx, { params }) => remindPeople(ctx, params.acknowledgementCampaignId)),
  handle(contract.listReading, (ctx) => listReading(ctx)),
  handle(contract.acknowledgeReading, (ctx, { params, body }) =>
    acknowledgeReading(ctx, params.acknowledgementRequestId, body.documentVersionId),
  ),
]

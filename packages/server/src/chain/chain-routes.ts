import * as contract from '@sinew/contract/chain/chain-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { derivedStatus } from './derived-status.ts'
import { explainFor } from './explain-for.ts'
import { getSnapshot } from './get-snapshot.ts'
import { loadSetting } from './load-setting.ts'
import { portfolioHistory } from './portfolio-history.ts'

export const chainRoutes: readonly Binding[] = [
  handle(contract.getSnapshot, (ctx, { request }) => getSnapshot(ctx, request)),
  handle(contract.getDerivedStatus, (ctx, { query }) => derivedStatus(ctx, query)),
  handle(contract.explainNumber, (ctx, { query }) =>
    explainFor(ctx, query.entity, query.entityId ?? ctx.organizationId, query.quantity),
  ),
  handle(contract.getPortfolioHistory, async (ctx, { query }) => ({
    currency: (await loadSetting(ctx.db)).currency,
    items: await portfolioHistory(ctx, query.since === undefined ? null : new Date(query.since)),
  })),
]

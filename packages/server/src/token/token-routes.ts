import * as contract from '@sinew/contract/token/token-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createToken, revokeToken } from './create-token.ts'
import { findTokens } from './token-store.ts'

export const tokenRoutes: readonly Binding[] = [
  handle(contract.listTokens, (ctx, { query }) => findTokens(ctx, query)),
  handle(contract.createToken, (ctx, { body }) => createToken(ctx, body)),
  handle(contract.revokeToken, (ctx, { params }) => revokeToken(ctx, params.tokenId)),
]

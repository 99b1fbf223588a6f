import { readInvitation } from '@sinew/contract/account/account-contract.ts'
import { apiQuery } from '../api/api-query.ts'

export const invitationQuery = (token: string) => apiQuery(readInvitation, { params: { token } })

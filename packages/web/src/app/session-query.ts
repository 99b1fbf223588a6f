import { getSession } from '@sinew/contract/account/account-contract.ts'
import { apiQuery } from '../api/api-query.ts'

/** Who is signed in, and their organisations. */
export const sessionQuery = { ...apiQuery(getSession), staleTime: 60_000 }

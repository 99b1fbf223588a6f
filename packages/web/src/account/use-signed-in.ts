import type { Session } from '@sinew/contract/account/account-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { sessionQuery } from '../app/session-query.ts'

/** Takes a fresh session and goes on to an address of this app. */
export function useSignedIn() {
  const router = useRouter()
  const queries = useQueryClient()
  return (session: Session, next: string) => {
    queries.setQueryData(sessionQuery.queryKey, session)
    router.history.push(next)
  }
}

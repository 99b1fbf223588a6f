import { ApiError } from '@sinew/contract/client.ts'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

const mostRetries = 2

/** Our own fault or a broken line may pass; an answer that says what is wrong will not change by asking again. */
function mayRetry(failures: number, error: Error): boolean {
  const passing = !(error instanceof ApiError) || error.status >= 500
  return passing && failures < mostRetries
}

/** `signedOut` runs when any request finds the session gone. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const watch = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) signedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      // A broken line is said at once; waiting in silence for it to mend looks like a page that hangs.
      queries: { networkMode: 'always', retry: mayRetry, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

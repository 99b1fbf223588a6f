import type { OutputOf } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { conflictFields, type FieldDifference } from '../ui/form/conflict-fields.ts'
import type { readQuery } from './api-query.ts'

type Versioned = { readonly version: number }

export type Conflict<T> = {
  /** Their version, freshly read: send mine again with it to keep mine. */
  readonly theirs: T
  readonly fields: readonly FieldDifference[]
}

/**
 * After a 412: reads what somebody else saved meanwhile and compares it with what is in the form. Null while there is no
 * conflict or it is still being read.
 */
export function useConflict<R extends Route>(
  isConflict: boolean,
  query: ReturnType<typeof readQuery<R>>,
  mine: object,
): Conflict<OutputOf<R> & Versioned> | null {
  const fresh = useQuery({
    ...query,
    enabled: isConflict,
    staleTime: 0,
    gcTime: 0,
    queryKey: [...query.queryKey, 'conflict'] as never,
  })
  if (!isConflict || fresh.data === undefined) return null
  // Only routes of versioned objects can answer 412.
  const theirs = fresh.data as OutputOf<R> & Versioned
  return { theirs, fields: conflictFields(theirs as object, mine) }
}

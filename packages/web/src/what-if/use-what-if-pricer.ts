import { treatmentsOf } from '@sinew/core/what-if/treatments.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import type { Outcome } from './outcome.ts'
import { openWhatIfDesk } from './what-if-desk.ts'
import { snapshotQuery } from './what-if-queries.ts'

let opened = 0

/** The chain of the page with a desk that prices its changed worlds, and what could be put in place. */
export function useWhatIfPricer() {
  const { data } = useSuspenseQuery(snapshotQuery(useOrganizationApi()))
  const at = Date.parse(data.at)
  const page = useMemo(() => {
    const { snapshot } = data
    const newWorker = () => new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' })
    const desk = openWhatIfDesk(snapshot, at, newWorker)
    return { id: ++opened, snapshot, at, desk, treatments: treatmentsOf(snapshot) }
  }, [data, at])
  const { desk } = page
  useEffect(() => {
    desk.start()
    return desk.close
  }, [desk])
  return page
}

export type WhatIfPage = ReturnType<typeof useWhatIfPricer>

export function useWhatIfView({ desk }: Pick<WhatIfPage, 'desk'>) {
  return useSyncExternalStore(desk.subscribe, desk.view)
}

/** What comes of the changed world; follows what is dragged, a moment behind where there is much to reckon. Null before the first price. */
export function useOutcome(page: WhatIfPage, whatIf: WhatIf): Outcome | null {
  const { desk } = page
  const world = useDeferredValue(whatIf)
  const here = useMemo(() => desk.here?.<'price'>({ kind: 'price', whatIf: world }) ?? null, [desk, world])
  const { outcome } = useWhatIfView(page)
  useEffect(() => {
    if (desk.here === null) desk.follow(world)
  }, [desk, world])
  return here ?? outcome
}

/** What comes of a world that does not change on the page; undefined until it is priced. */
export function useSavedOutcome({ id, desk }: WhatIfPage, whatIf: WhatIf): Outcome | undefined {
  return useQuery({
    queryKey: ['what-if', id, whatIf],
    queryFn: () => desk.ask<'price'>({ kind: 'price', whatIf }),
    initialData: () => desk.here?.<'price'>({ kind: 'price', whatIf }),
    staleTime: 'static',
    gcTime: 0,
  }).data
}

/** What putting a treatment in place alone takes off the expected year of today, by control; empty until it is known. */
export function useWorthAlone({ id, desk }: WhatIfPage): ReadonlyMap<string, number> {
  const { data } = useQuery({
    queryKey: ['what-if-worth', id],
    queryFn: () => desk.ask<'worth'>({ kind: 'worth' }),
    initialData: () => desk.here?.<'worth'>({ kind: 'worth' }),
    staleTime: 'static',
    gcTime: 0,
  })
  return data ?? nothingKnown
}

const nothingKnown: ReadonlyMap<string, number> = new Map()

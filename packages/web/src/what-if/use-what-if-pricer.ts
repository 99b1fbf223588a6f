import { type PricedWhatIf, whatIfPricer } from '@sinew/core/what-if/price-what-if.ts'
import { treatmentsOf } from '@sinew/core/what-if/treatments.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { snapshotQuery } from './what-if-queries.ts'

/** The chain of the page with a pricer of its changed worlds, and what could be put in place. */
export function useWhatIfPricer() {
  const { data } = useSuspenseQuery(snapshotQuery(useOrganizationApi()))
  const at = Date.parse(data.at)
  return useMemo(() => {
    const { snapshot } = data
    return { snapshot, at, pricer: whatIfPricer(snapshot, at), treatments: treatmentsOf(snapshot) }
  }, [data, at])
}

export type WhatIfPage = ReturnType<typeof useWhatIfPricer>

/** The changed world, priced; follows what is dragged, a moment behind where there is much to reckon. */
export function usePriced({ pricer }: WhatIfPage, whatIf: WhatIf): PricedWhatIf {
  const world = useDeferredValue(whatIf)
  return useMemo(() => pricer.price(world), [pricer, world])
}

/** What putting a treatment in place alone takes off the expected year of today, by control. */
export function useWorthAlone({ pricer, treatments }: WhatIfPage): ReadonlyMap<string, number> {
  return useMemo(() => pricer.worthOfEach(treatments), [pricer, treatments])
}

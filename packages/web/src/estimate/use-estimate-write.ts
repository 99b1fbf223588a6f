import type { RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import type { Route } from '@sinew/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import type { Write } from '../api/use-write.ts'
import { estimatesQuery } from './estimate-queries.ts'

/** A write that answers with everybody's estimates of the risk as they are now. */
export function useEstimateWrite<R extends Route>(route: R, riskId: string, onDone?: () => void): Write<R> {
  const queries = useQueryClient()
  const api = useOrganizationApi()
  return useOrganizationWrite(route, {
    onDone: (output) => {
      queries.setQueryData(estimatesQuery(api, riskId).queryKey, output as RiskEstimates)
      onDone?.()
    },
  })
}

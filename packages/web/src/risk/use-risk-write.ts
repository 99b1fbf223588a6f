import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Route } from '@sinew/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import type { Write } from '../api/use-write.ts'
import { riskQuery } from './risk-queries.ts'

/**
 * A write that answers with the risk as it is now. The page takes that answer at once: the next step is sent with the new
 * version, however fast the person is.
 */
export function useRiskWrite<R extends Route>(route: R, onDone?: () => void): Write<R> {
  const queries = useQueryClient()
  const api = useOrganizationApi()
  return useOrganizationWrite(route, {
    onDone: (output) => {
      const risk = output as RiskDetail
      queries.setQueryData(riskQuery(api, risk.id).queryKey, risk)
      onDone?.()
    },
  })
}

import { getRisk, type RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'

/** Reads a risk as it is now, for a form whose version is no longer the newest. */
export function useFreshRisk(riskId: string): () => Promise<RiskDetail> {
  const { organizationId } = useOrganizationApi()
  return () => apiClient.call(getRisk, { params: { organizationId, riskId } })
}

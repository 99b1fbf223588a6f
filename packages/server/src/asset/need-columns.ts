import type { Asset } from '@sinew/contract/asset/asset-contract.ts'

type Needed = Pick<
  Asset,
  | 'custodianId'
  | 'siteId'
  | 'confidentiality'
  | 'confidentialityReason'
  | 'integrity'
  | 'integrityReason'
  | 'availability'
  | 'availabilityReason'
  | 'rtoHours'
  | 'rpoHours'
>

/** Where an asset is, who looks after it and what it needs, as columns; what is left out stays as it is. */
export function needColumns(input: { readonly [K in keyof Needed]?: Needed[K] | undefined }) {
  return {
    custodian_id: input.custodianId,
    site_id: input.siteId,
    confidentiality: input.confidentiality,
    confidentiality_reason: input.confidentialityReason,
    integrity: input.integrity,
    integrity_reason: input.integrityReason,
    availability: input.availability,
    availability_reason: input.availabilityReason,
    rto_hours: input.rtoHours,
    rpo_hours: input.rpoHours,
  }
}

import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import type { NeedProperty } from '@sinew/core/asset/need-levels.ts'

/** What people read for each kind and class; keys of the translation. */
export const kindWords: Readonly<Record<Asset['kind'], string>> = {
  information: 'Information',
  personal_data: 'Personal data',
  application: 'Application',
  source_code: 'Source code',
  infrastructure: 'Infrastructure',
  endpoint: 'Endpoint devices',
  supplier_service: 'Supplier service',
  site: 'Site',
  people: 'People',
}

export const classificationWords: Readonly<Record<Asset['classification'], string>> = {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
}

export const propertyWords: Readonly<Record<NeedProperty, string>> = {
  confidentiality: 'Confidentiality',
  integrity: 'Integrity',
  availability: 'Availability',
}

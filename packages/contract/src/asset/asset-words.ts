/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const assetKinds = [
  'information',
  'application',
  'infrastructure',
  'endpoint',
  'site',
  'people',
  'supplier_service',
  'source_code',
  'personal_data',
] as const
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const
export const assetSorts = [
  'number',
  'title',
  'kind',
  'classification',
  'owner',
  'risks',
  'updatedAt',
  'location',
  'need',
  'confidentiality',
  'integrity',
  'availability',
] as const

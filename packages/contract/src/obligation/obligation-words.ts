/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const obligationKinds = ['law', 'contract', 'promise'] as const
export const obligationSorts = [
  'number',
  'title',
  'kind',
  'party',
  'status',
  'reviewAt',
  'controls',
  'updatedAt',
] as const

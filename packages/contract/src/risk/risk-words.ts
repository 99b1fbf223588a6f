/** The words of a risk that need no schema; the browser reads its addresses by the same ones. */
export const riskStatuses = ['draft', 'assessed', 'treated', 'accepted', 'closed'] as const
export const treatmentOptions = ['modify', 'retain', 'avoid', 'share'] as const

/** What the register can be sorted by. */
export const riskSorts = [
  'number',
  'title',
  'category',
  'status',
  'owner',
  'level',
  'inherent',
  'claimed',
  'proven',
  'target',
  'gap',
  'reviewAt',
  'updatedAt',
] as const

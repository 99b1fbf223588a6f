/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const themes = ['organizational', 'people', 'physical', 'technological'] as const
export const implementations = ['not_started', 'planned', 'partly', 'implemented'] as const
export const controlSources = ['annex_a', 'own'] as const
export const reasonKinds = ['risk_treatment', 'legal', 'contractual', 'business'] as const
export const controlSorts = [
  'ref',
  'title',
  'implementation',
  'assurance',
  'proof',
  'owner',
  'gap',
  'nextDueAt',
  'cost',
  'worth',
  'return',
] as const

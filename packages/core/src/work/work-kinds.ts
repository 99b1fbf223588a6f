/** What can be due of the objects that are no registers, with what people call such work; each register is a kind of its own. */
export const workKindWords = {
  evidence: 'Evidence',
  action: 'Treatment action',
  control: 'Planned control',
  risk_review: 'Risk review',
  risk_decision: 'Risk decision',
  acceptance: 'Acceptance',
  obligation: 'Obligation',
  estimate: 'Estimate',
  rate_update: 'Rate of a risk',
  collector: 'Collector',
  methodology: 'Methodology',
  approval: 'Approval',
  reading: 'To read',
  insurance: 'Insurance',
  mention: 'Mention',
  unowned: 'Without an owner',
} as const

export type WorkKind = keyof typeof workKindWords

export const workKinds = Object.keys(workKindWords) as unknown as readonly [WorkKind, ...WorkKind[]]

/** How many days before its day work comes onto the list, where nothing else is said. */
export const usualHorizonDays = 30

/** Whose work is whose: what names nobody is for those who hold this role or a higher one. */
export type WorkRole = 'owner' | 'manager'

/** What a management review has to look at (9.3.2 a to g), in the order of the standard; d has four parts. */
export const reviewInputs = {
  a: 'Status of earlier actions',
  b: 'Changed external and internal issues',
  c: 'Changed needs of interested parties',
  d1: 'Nonconformities and corrective actions',
  d2: 'Monitoring and measurement',
  d3: 'Audit results',
  d4: 'Objectives',
  e: 'Feedback of interested parties',
  f: 'Risk assessment and treatment',
  g: 'Opportunities for improvement',
} as const

export type ReviewInput = keyof typeof reviewInputs

export const reviewInputKeys = Object.keys(reviewInputs) as readonly ReviewInput[]

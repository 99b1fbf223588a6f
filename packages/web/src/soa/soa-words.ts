import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'

type Kind = SoaLine['reasons'][number]['kind']

/** English sentences that are keys of the translation. */
export const themeSentence: Readonly<Record<SoaLine['theme'], string>> = {
  organizational: 'Organizational controls',
  people: 'People controls',
  physical: 'Physical controls',
  technological: 'Technological controls',
}

export const themeClause: Readonly<Record<SoaLine['theme'], string>> = {
  organizational: 'A.5',
  people: 'A.6',
  physical: 'A.7',
  technological: 'A.8',
}

export const reasonKinds = ['risk_treatment', 'legal', 'contractual', 'business'] as const satisfies readonly Kind[]

export const implementationSentence: Readonly<Record<SoaLine['implementation'], string>> = {
  implemented: 'Implemented',
  partly: 'Partly',
  planned: 'Planned',
  not_started: 'Not started',
}

export const statusSentence: Readonly<Record<SoaVersion['status'], string>> = {
  proposed: 'Proposed',
  approved: 'In force',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
}

/** What a need's evidence says of it, in a word or two. */
export const needSentence: Readonly<Record<SoaLine['needs'][number]['reason'], string>> = {
  current: 'Current',
  due: 'Due soon',
  stale: 'Out of date',
  failed: 'Failed',
  nothing_tested: 'Nothing was tested',
  missing: 'No evidence yet',
  dated_ahead: 'Dated in the future',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected in review',
  generated: 'Generated text proves nothing',
  design_only: 'A document does not prove operation',
}

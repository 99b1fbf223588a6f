import type { Evidence, EvidenceListItem } from '@sinew/contract/evidence/evidence-contract.ts'

// Keys of the translation.

export const freshnessWords: Readonly<Record<EvidenceListItem['freshness'], string>> = {
  current: 'Current',
  due: 'Due soon',
  stale: 'Stale',
  missing: 'Missing',
}

export const provenanceWords: Readonly<Record<Evidence['provenance'], string>> = {
  observed: 'Observed by a collector',
  attested: 'Attested by somebody independent',
  declared: 'Declared',
  generated: 'Generated draft',
}

export const natureWords: Readonly<Record<Evidence['nature'], string>> = {
  operation: 'That it happens',
  design: 'How it is meant',
}

export const stateWords: Readonly<Record<Evidence['state'], string>> = {
  active: 'Active',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected',
}

export const reviewWords: Readonly<Record<Evidence['reviewResult'], string>> = {
  pending: 'Not reviewed',
  accepted: 'Accepted',
  rejected: 'Rejected',
}

export const resultWords: Readonly<Record<Evidence['result']['kind'], string>> = {
  pass: 'Passed',
  fail: 'Failed',
  k_of_n: 'Counted',
}

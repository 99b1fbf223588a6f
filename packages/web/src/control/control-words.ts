import type { Control, ControlListItem } from '@sinew/contract/control/control-contract.ts'

// Keys of the translation.

export const themeWords: Readonly<Record<ControlListItem['theme'], string>> = {
  organizational: 'Organisational',
  people: 'People',
  physical: 'Physical',
  technological: 'Technological',
}

export const implementationWords: Readonly<Record<ControlListItem['implementation'], string>> = {
  not_started: 'Not started',
  planned: 'Planned',
  partly: 'Partly in place',
  implemented: 'In place',
}

export const proofWords: Readonly<Record<ControlListItem['proof'], string>> = {
  proven: 'Proven',
  stale: 'Stale',
  failing: 'Failing',
  unproven: 'Unproven',
  excluded: 'Excluded',
}

export const attributeWords: Readonly<Record<keyof NonNullable<Control['attributes']>, string>> = {
  controlType: 'Type',
  properties: 'Protects',
  cyberConcepts: 'Concept',
  capabilities: 'Capability',
  domains: 'Domain',
}

/** The vocabulary of the standard writes `Asset_management`. */
export const attributeValueText = (value: string): string => value.replaceAll('_', ' ')

/** Why a need stands as it does. */
export const standingWords: Readonly<Record<Control['needs'][number]['standing']['reason'], string>> = {
  missing: 'no evidence yet',
  dated_ahead: 'dated in the future',
  failed: 'the latest test failed',
  withdrawn: 'the latest piece was withdrawn',
  rejected: 'the latest piece was rejected',
  generated: 'only generated text',
  design_only: 'only a document, no record that it happens',
  nothing_tested: 'nothing was there to test',
  stale: 'too old, fading every day',
  due: 'to be renewed soon',
  current: 'up to date',
}

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

import { controlSorts, controlSources, implementations, themes } from '@sinew/contract/control/control-words.ts'
import { flag, type ListSearch, listSearch, someOf, text } from '../app/search-params.ts'

/** The five attributes of ISO/IEC 27002:2022, by the name of their filter. */
export const attributeValues = {
  controlType: ['Preventive', 'Detective', 'Corrective'],
  property: ['Confidentiality', 'Integrity', 'Availability'],
  cyberConcept: ['Identify', 'Protect', 'Detect', 'Respond', 'Recover'],
  capability: [
    'Governance',
    'Asset_management',
    'Information_protection',
    'Human_resource_security',
    'Physical_security',
    'System_and_network_security',
    'Application_security',
    'Secure_configuration',
    'Identity_and_access_management',
    'Threat_and_vulnerability_management',
    'Continuity',
    'Supplier_relationships_security',
    'Legal_and_compliance',
    'Information_security_event_management',
    'Information_security_assurance',
  ],
  domain: ['Governance_and_Ecosystem', 'Protection', 'Defence', 'Resilience'],
} as const

const filters = {
  theme: someOf(themes),
  implementation: someOf(implementations),
  proof: someOf(['proven', 'stale', 'failing', 'unproven', 'excluded']),
  ownerId: text,
  applicable: flag,
  source: someOf(controlSources),
  controlType: someOf(attributeValues.controlType),
  property: someOf(attributeValues.property),
  cyberConcept: someOf(attributeValues.cyberConcept),
  capability: someOf(attributeValues.capability),
  domain: someOf(attributeValues.domain),
}

export const controlSearch = listSearch(controlSorts, filters)
export type ControlSearch = ListSearch<(typeof controlSorts)[number], typeof filters>

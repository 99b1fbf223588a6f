import type { Noun } from '../ui/noun-icons.ts'

/** The icon of each register's objects, by its table. */
export const registerNouns: Readonly<Record<string, Noun>> = {
  site: 'site',
  interested_party: 'party',
  party_requirement: 'party',
  audit_programme: 'audit',
  audit_exception: 'audit',
  audit: 'audit',
  audit_auditor: 'person',
  audit_check: 'audit',
  audit_evidence: 'evidence',
  audit_finding: 'nonconformity',
  nonconformity: 'nonconformity',
  corrective_action: 'treatment',
  improvement: 'improvement',
  incident: 'incident',
  incident_entry: 'incident',
  incident_notification: 'incident',
  incident_risk: 'occurrence',
  incident_control: 'control',
}

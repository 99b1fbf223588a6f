import type { Noun } from '../ui/noun-icons.ts'

/** The icon of each register's objects, by its table. */
export const registerNouns: Readonly<Record<string, Noun>> = {
  site: 'site',
  interested_party: 'party',
  party_requirement: 'party',
  nonconformity: 'nonconformity',
  corrective_action: 'treatment',
  improvement: 'improvement',
  incident: 'incident',
  incident_entry: 'incident',
  incident_notification: 'incident',
  incident_risk: 'occurrence',
  incident_control: 'control',
}

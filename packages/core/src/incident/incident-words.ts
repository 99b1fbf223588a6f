export const incidentCategories = {
  unsorted: 'Not sorted yet',
  phishing: 'Phishing and deceit',
  account: 'Account misused',
  malware: 'Malware',
  data_exposed: 'Information exposed or sent wrongly',
  data_lost: 'Information lost or changed',
  outage: 'Outage',
  device: 'Device lost or stolen',
  physical: 'Premises and environment',
  supplier: 'At a supplier',
  vulnerability: 'Weakness found',
  misuse: 'Rules not followed',
  other: 'Other',
} as const

export const severityWords = {
  undecided: 'Not decided yet',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
} as const

export const personalDataWords = { unknown: 'Not known yet', no: 'No', yes: 'Yes' } as const

export const incidentStates = {
  reported: 'Reported',
  event: 'Event only',
  incident: 'Incident',
  contained: 'Contained',
  recovered: 'Recovered',
  lessons: 'Lessons learned',
  closed: 'Closed',
} as const

export type IncidentState = keyof typeof incidentStates
export type Severity = keyof typeof severityWords

/** What the three questions of a report ask. */
export const ongoingWords = {
  unsure: 'I am not sure',
  yes: 'Yes, it is going on',
  no: 'No, it is over',
} as const

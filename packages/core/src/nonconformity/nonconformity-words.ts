export const nonconformitySources = {
  internal_audit: 'Internal audit',
  external_audit: 'External audit',
  incident: 'Incident',
  complaint: 'Complaint',
  measurement: 'Measurement',
  review: 'Management review',
  own: 'Own finding',
} as const

// Written from the migrations by `npm run database-types`; do not edit. A test fails when it is out of date.
import type { ColumnType } from 'kysely'

// Filled in by the database when left out.
type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

// Written as a Date or ISO text, read as a Date.
type Timestamp = ColumnType<Date, Date | string, Date | string>
// Written as JSON text, read as the parsed value, whose shape its reader states.
type Json = ColumnType<unknown, string, string>

export type AccessLogTable = {
  organization_id: string
  id: string
  hour: Timestamp
  at: Timestamp
  member_id: string
  member_name: string
  member_email: string
  by_token: boolean
  route: string
  object_id: string | null
}
export type AcknowledgementTable = {
  organization_id: string
  id: string
  version: Generated<number>
  person_id: string
  person_name: string
  document_id: string
  document_version_id: string
  content_hash: string
  acknowledged_by: string
  acknowledged_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AcknowledgementCampaignTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  document_id: string
  document_version_id: string | null
  version_number: number | null
  audience: Generated<string>
  due_at: Timestamp
  message: Generated<string>
  asks_again: Generated<boolean>
  status: Generated<string>
  closed_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  unit_id: string | null
}
export type AcknowledgementRequestTable = {
  organization_id: string
  id: string
  version: Generated<number>
  acknowledgement_campaign_id: string
  person_id: string
  reminded_at: Timestamp | null
  reminders: Generated<number>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ApiTokenTable = {
  organization_id: string
  id: string
  version: Generated<number>
  member_id: string
  name: string
  token_hash: string
  scopes: readonly string[]
  expires_at: Timestamp
  revoked_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ApiTokenUseTable = {
  organization_id: string
  token_id: string
  last_used_at: Timestamp
}
export type AssetTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: string
  classification: Generated<string>
  description: Generated<string>
  owner_id: string | null
  in_scope: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  confidentiality: string | null
  confidentiality_reason: Generated<string>
  integrity: string | null
  integrity_reason: Generated<string>
  availability: string | null
  availability_reason: Generated<string>
  rto_hours: number | null
  rpo_hours: number | null
  site_id: string | null
  custodian_id: string | null
}
export type AssetDependencyTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  asset_id: string
  on_asset_id: string
  kind: Generated<string>
  any_of: Generated<string>
  note: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  programme_id: string | null
  responsible_id: string | null
  starts_at: Timestamp
  ends_at: Timestamp
  objective: Generated<string>
  criteria: Generated<string>
  clauses: Generated<readonly string[]>
  controls: Generated<readonly string[]>
  sites: Generated<readonly string[]>
  processes: Generated<readonly string[]>
  methods: Generated<readonly string[]>
  plan: Generated<string>
  conclusion: Generated<string>
  distribution: Generated<string>
  state: Generated<string>
  prepared_at: Timestamp | null
  started_at: Timestamp | null
  reported_at: Timestamp | null
  reported_by_id: string | null
  report_hash: Generated<string>
  closed_at: Timestamp | null
  closed_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditAuditorTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  audit_id: string
  title: string
  person_id: string
  role: Generated<string>
  exception_reason: Generated<string>
  exception_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditCheckTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  audit_id: string
  requirement: string
  title: string
  question: Generated<string>
  result: Generated<string>
  interviewed: Generated<string>
  notes: Generated<string>
  sample_of: Generated<string>
  sample_population: number | null
  sample_size: number | null
  sample_seed: Generated<string>
  sample_from: Timestamp | null
  sample_until: Timestamp | null
  sample_chosen: Generated<readonly string[]>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditEvidenceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  audit_id: string
  title: string
  requirements: Generated<readonly string[]>
  seen_at: Timestamp
  source: Generated<string>
  link: Generated<string>
  evidence_id: string | null
  details: Generated<string>
  content_hash: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditExceptionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  programme_id: string
  title: string
  requirements: Generated<readonly string[]>
  sites: Generated<readonly string[]>
  decided_by_id: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditFindingTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  audit_id: string
  title: string
  grade: Generated<string>
  requirements: Generated<readonly string[]>
  requirement: Generated<string>
  seen: Generated<string>
  gap: Generated<string>
  owner_id: string | null
  nonconformity_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type AuditProgrammeTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  starts_at: Timestamp
  ends_at: Timestamp
  responsible_id: string | null
  system_owner_id: string | null
  frequency: Generated<string>
  methods: Generated<string>
  weighting: Generated<string>
  clause_rhythm: Generated<string>
  critical_controls: Generated<readonly string[]>
  state: Generated<string>
  approved_at: Timestamp | null
  approved_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CalendarFeedTable = {
  organization_id: string
  id: string
  version: Generated<number>
  user_id: string
  token_hash: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CalibrationAnswerTable = {
  organization_id: string
  id: string
  version: Generated<number>
  round_id: string
  user_id: string
  position: number
  question_id: string
  low: number | null
  high: number | null
  truth: number | null
  answered_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CalibrationRoundTable = {
  organization_id: string
  id: string
  version: Generated<number>
  user_id: string
  started_at: Timestamp
  finished_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CertificationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  body: Generated<string>
  accreditation: Generated<string>
  contract: Generated<string>
  owner_id: string | null
  scope_text: Generated<string>
  soa_version: number | null
  persons: number | null
  adjustment_percent: number | null
  adjustment_reason: Generated<string>
  decided_at: Timestamp | null
  certificate_number: Generated<string>
  issued_at: Timestamp | null
  expires_at: Timestamp | null
  state: Generated<string>
  applied_at: Timestamp | null
  certified_at: Timestamp | null
  ended_reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ChainCheckpointTable = {
  organization_id: string
  at: Timestamp
  snapshot: string
}
export type ChecklistTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  occasion: Generated<string>
  is_used: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ChecklistItemTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  checklist_id: string
  title: string
  days: number | null
  owner_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ChecklistRunTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  checklist_id: string
  person_id: string
  at: Timestamp
  owner_id: string | null
  state: Generated<string>
  done_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ChecklistTaskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  run_id: string
  title: string
  due_at: Timestamp
  owner_id: string | null
  state: Generated<string>
  note: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ClimateDecisionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  is_relevant: Generated<string>
  reasoning: string
  revisit_at: Timestamp
  title: string | null
  decided_at: Generated<Timestamp>
  decider_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CollectorTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  tool: string
  scope: Generated<string>
  cadence_days: number
  owner_id: string | null
  active: Generated<boolean>
  disabled_reason: Generated<string>
  last_report_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CommentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  entity: string
  entity_id: string
  author_user_id: string
  author_name: string
  body: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CommentMentionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  comment_id: string
  entity: string
  entity_id: string
  person_id: string
  dismissed_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CommunicationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  audience: string
  is_outside: Generated<string>
  occasion: Generated<string>
  channel: Generated<string>
  owner_id: string | null
  approved_by: Generated<string>
  next_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CompetenceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  role: string
  measure: Generated<string>
  valid_months: number | null
  owner_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CompetenceProofTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  competence_id: string
  person_id: string
  title: string
  proven_at: Timestamp
  valid_until: Timestamp | null
  result: Generated<string>
  plan: Generated<string>
  judged_by_name: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ContextIssueTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  origin: Generated<string>
  kind: Generated<string>
  effect: Generated<string>
  owner_id: string | null
  review_at: Timestamp | null
  status: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ControlTable = {
  organization_id: string
  id: string
  version: Generated<number>
  ref: string
  sort_key: number
  title: string
  source: string
  theme: string
  purpose: Generated<string>
  implementation: Generated<string>
  partly_share: Generated<number>
  description: Generated<string>
  owner_id: string | null
  planned_at: Timestamp | null
  applicable: Generated<boolean>
  exclusion_justification: Generated<string>
  written_reasons: Generated<Json>
  remarks: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  capex_minor: number | null
  lifetime_years: number | null
  opex_minor: number | null
}
export type ControlStateTable = {
  organization_id: string
  id: string
  version: Generated<number>
  assurance: number
  implemented_share: number
  proof: string
  freshness: string
  next_due_at: Timestamp | null
  gap_minor: Generated<number>
  need_worth: Generated<Json>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  worth_claimed_minor: Generated<number>
  worth_proven_minor: Generated<number>
  treated_minor: Generated<number>
}
export type CorrectiveActionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  nonconformity_id: string
  title: string
  owner_id: string
  due_at: Timestamp
  done_at: Timestamp | null
  proof: Generated<string>
  evidence_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CourseTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: Generated<string>
  content: Generated<string>
  url: Generated<string>
  owner_id: string | null
  repeat_months: number | null
  pass_score: number | null
  is_used: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type CourseAssignmentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  course_id: string
  person_id: string
  title: string
  due_at: Timestamp
  completed_at: Timestamp | null
  score: number | null
  proof: Generated<string>
  is_exempt: Generated<boolean>
  exempt_reason: Generated<string>
  effect: Generated<string>
  effect_seen: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type DelegationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  entitles: Generated<string>
  from_person_id: string
  to_person_id: string
  starts_at: Timestamp
  ends_at: Timestamp
  reason: Generated<string>
  status: Generated<string>
  granted_at: Timestamp | null
  granted_by_id: string | null
  revoked_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type DocumentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: Generated<string>
  item: Generated<string>
  owner_id: string | null
  classification: Generated<string>
  distribution: Generated<string>
  retention_rule_id: string | null
  clauses: Generated<readonly string[]>
  controls: Generated<readonly string[]>
  cadence_days: Generated<number>
  reviewed_at: Timestamp | null
  review_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type DocumentPromiseTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  document_id: string
  need_id: string | null
  control_id: string | null
  cadence_days: number | null
  owner_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type DocumentVersionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  document_id: string
  version_number: number
  status: Generated<string>
  title: string
  content: Generated<string>
  change_note: Generated<string>
  authors: readonly string[]
  author_name: string
  submitted_at: Timestamp | null
  approved_by: string | null
  approved_by_name: string | null
  approved_at: Timestamp | null
  approval_note: Generated<string>
  approved_alone: Generated<boolean>
  content_hash: string | null
  owner_name: Generated<string>
  effective_at: Timestamp | null
  published_by_name: string | null
  published_at: Timestamp | null
  ended_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type DutyTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  done_when: Generated<string>
  every: Generated<string>
  first_due_at: Timestamp | null
  owner_id: string | null
  clause: Generated<string>
  control_id: string | null
  is_paused: Generated<boolean>
  usual_key: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  need_id: string | null
}
export type DutyDoneTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  duty_id: string
  note: string
  done_at: Timestamp
  done_by_id: string | null
  evidence_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type EstimateRequestTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  person_id: string
  asked_by: string
  asked_by_name: string
  message: Generated<string>
  asked_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type EvidenceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: string
  file_id: string | null
  url: string | null
  note: Generated<string>
  nature: string
  provenance: string
  result: string
  passed: number | null
  expected: number | null
  period_from: Timestamp | null
  period_to: Timestamp | null
  collected_at: Timestamp
  valid_until: Timestamp | null
  state: Generated<string>
  state_reason: Generated<string>
  review_result: Generated<string>
  reviewed_by: string | null
  reviewed_by_name: string | null
  reviewed_at: Timestamp | null
  review_note: Generated<string>
  submitted_by: string
  submitted_by_name: string
  supersedes_id: string | null
  collector_id: string | null
  ingest_run_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type EvidenceNeedTable = {
  organization_id: string
  id: string
  version: Generated<number>
  control_id: string
  position: Generated<number>
  title: string
  cadence_days: number
  weight: Generated<number>
  nature: string
  collector_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type EvidenceServesTable = {
  organization_id: string
  id: string
  version: Generated<number>
  evidence_id: string
  need_id: string
  collected_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ExampleProgressTable = {
  organization_id: string
  state: string
  done: number
  total: number
  told_until: Timestamp | null
  started_at: Timestamp | null
  updated_at: Generated<Timestamp>
}
export type ExternalAuditTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  certification_id: string
  kind: Generated<string>
  title: string
  starts_at: Timestamp
  ends_at: Timestamp
  days: number | null
  auditor: Generated<string>
  conclusion: Generated<string>
  state: Generated<string>
  held_at: Timestamp | null
  passed_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ExternalDocumentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  source: string
  edition: Generated<string>
  url: Generated<string>
  used_for: Generated<string>
  owner_id: string | null
  cadence_days: Generated<number>
  checked_at: Timestamp | null
  next_check_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ExternalFindingTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  external_audit_id: string
  title: string
  grade: Generated<string>
  requirements: Generated<readonly string[]>
  seen: Generated<string>
  gap: Generated<string>
  owner_id: string | null
  term_at: Timestamp | null
  plan_accepted_at: Timestamp | null
  verified_at: Timestamp | null
  nonconformity_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type FileTable = {
  organization_id: string
  id: string
  version: Generated<number>
  sha256: string
  size_bytes: number
  media_type: string
  name: string
  uploaded_by: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ImprovementTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  source: Generated<string>
  benefit: Generated<string>
  owner_id: string | null
  due_at: Timestamp | null
  result: Generated<string>
  state: Generated<string>
  decided_at: Timestamp | null
  decided_by_id: string | null
  done_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IncidentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  description: Generated<string>
  category: Generated<string>
  severity: Generated<string>
  hit: Generated<readonly string[]>
  personal_data: Generated<string>
  noticed_at: Timestamp
  occurred_at: Timestamp | null
  assignee_id: string | null
  containment: Generated<string>
  recovery: Generated<string>
  cause: Generated<string>
  lessons: Generated<string>
  direct_loss_minor: number | null
  response_cost_minor: number | null
  fines_minor: number | null
  other_loss_minor: number | null
  no_risk_reason: Generated<string>
  state: Generated<string>
  reported_at: Timestamp
  reported_by_name: string
  triaged_at: Timestamp | null
  triaged_by_id: string | null
  contained_at: Timestamp | null
  recovered_at: Timestamp | null
  closed_at: Timestamp | null
  closed_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IncidentControlTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  incident_id: string
  control_id: string
  title: string
  outcome: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IncidentEntryTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  incident_id: string
  at: Timestamp
  title: string
  source: Generated<string>
  written_by_name: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IncidentNotificationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  incident_id: string
  regime: string
  title: string
  applies: Generated<string>
  why: string
  obligation_id: string | null
  hours: number | null
  told_at: Timestamp | null
  proof: Generated<string>
  due_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IncidentRiskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  incident_id: string
  risk_id: string
  title: string
  kind: Generated<string>
  loss_minor: number | null
  occurrence_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IngestRunTable = {
  organization_id: string
  id: string
  version: Generated<number>
  collector_id: string
  file_id: string
  sha256: string
  format: string
  tool: string
  tool_version: Generated<string>
  observed_at: Timestamp
  observed_to: Timestamp
  outdated: Generated<boolean>
  counts: Json
  report: Json
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type InsurancePolicyTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  insurer: Generated<string>
  note: Generated<string>
  per: string
  deductible_minor: number
  limit_minor: number
  premium_minor: number
  valid_from: Timestamp
  valid_until: Timestamp
  covers_all: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type InsurancePolicyRiskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  policy_id: string
  risk_id: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type InterestedPartyTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  kind: Generated<string>
  relevance: Generated<string>
  owner_id: string | null
  review_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type InvitationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  email: string
  role: string
  token_hash: string
  invited_by: string
  expires_at: Timestamp
  accepted_at: Timestamp | null
  revoked_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  access_until: Timestamp | null
  read_from: Timestamp | null
  read_until: Timestamp | null
  read_areas: readonly string[] | null
}
export type IsmsProcessTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  purpose: string
  owner_id: string | null
  inputs: Generated<readonly string[]>
  outputs: Generated<readonly string[]>
  criteria: Generated<string>
  rhythm: Generated<string>
  last_run_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IsmsRiskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: Generated<string>
  effect: Generated<string>
  action: Generated<string>
  owner_id: string | null
  due_at: Timestamp | null
  worked: Generated<string>
  judgement: Generated<string>
  status: Generated<string>
  judged_at: Timestamp | null
  judge_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type IsmsRoleTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  responsibilities: Generated<string>
  authorities: Generated<string>
  holder_id: string | null
  deputy_id: string | null
  appointed_by_id: string | null
  appointed_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type LedgerSealTable = {
  organization_id: string
  position: number
  sealed_at: Generated<Timestamp>
  seqs: readonly string[]
  content: Buffer
  previous: Buffer
  hash: Buffer
  upto: string
  floor_seq: Generated<number>
}
export type MailOutboxTable = {
  organization_id: string
  id: string
  person_id: string | null
  recipient: string
  kind: string
  key: string
  subject: string
  body_text: string
  body_html: string
  state: string
  tries: Generated<number>
  error: Generated<string>
  next_try_at: Generated<Timestamp>
  sent_at: Timestamp | null
  created_at: Generated<Timestamp>
}
export type MailPreferenceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  person_id: string
  reminders: Generated<boolean>
  digest: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ManagementCommitmentTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: Generated<string>
  said_at: Timestamp
  said_by_id: string
  amount_minor: number | null
  body: Generated<string>
  evidence_id: string | null
  status: Generated<string>
  recorded_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ManagementReviewTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  meeting_at: Timestamp
  place: Generated<string>
  chair_id: string | null
  minutes: Generated<string>
  next_at: Timestamp | null
  state: Generated<string>
  held_at: Timestamp | null
  snapshot_hash: Generated<string>
  signed_at: Timestamp | null
  signed_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type MemberTable = {
  organization_id: string
  id: string
  version: Generated<number>
  user_id: string
  role: string
  name: string
  email: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  access_until: Timestamp | null
  read_from: Timestamp | null
  read_until: Timestamp | null
  read_areas: readonly string[] | null
}
export type MethodologyTable = {
  organization_id: string
  id: string
  version: Generated<number>
  version_number: number
  status: string
  content: Json
  note: Generated<string>
  proposed_by: string
  proposed_by_name: string
  approved_by: string | null
  approved_by_name: string | null
  approved_at: Timestamp | null
  approved_alone: Generated<boolean>
  is_default: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  engine: Json | null
  change_id: string | null
}
export type MetricTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  purpose: Generated<string>
  formula: string
  unit: string
  source: string
  kpi: Generated<string>
  cadence_days: number
  direction: Generated<string>
  target: number
  warning: number | null
  alarm: number | null
  measurer_id: string
  owner_id: string
  validity: Generated<string>
  status: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type MetricEvaluationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  metric_id: string
  title: string
  action: string
  evaluated_at: Generated<Timestamp>
  evaluator_id: string | null
  value_id: string | null
  stood: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type MetricValueTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  metric_id: string
  value: number
  title: string | null
  measured_at: Timestamp
  source: Generated<string>
  note: Generated<string>
  corrects_id: string | null
  reason: Generated<string>
  taken_by: Generated<string>
  origin: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type MigrationTable = {
  name: string
  hash: string
  applied_at: Generated<Timestamp>
}
export type MovementTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  at: Timestamp
  kind: string
  headline: string
  sentence: string
  cause: Json
  chain: Json
  episode_key: string
  gap_delta_minor: number
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type MovementSubjectTable = {
  organization_id: string
  movement_id: string
  entity: string
  entity_id: string
}
export type NonconformityTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  source: Generated<string>
  grade: Generated<string>
  requirements: Generated<readonly string[]>
  requirement: Generated<string>
  seen: Generated<string>
  gap: Generated<string>
  found_at: Timestamp
  found_by_id: string | null
  owner_id: string | null
  correction: Generated<string>
  corrected_at: Timestamp | null
  consequences: Generated<string>
  cause_method: Generated<string>
  whys: Generated<readonly string[]>
  cause_people: Generated<string>
  cause_process: Generated<string>
  cause_technology: Generated<string>
  cause_supplier: Generated<string>
  cause_surroundings: Generated<string>
  cause_measuring: Generated<string>
  cause: Generated<string>
  elsewhere: Generated<string>
  extent: Generated<string>
  action_decision: Generated<string>
  no_action_reason: Generated<string>
  criterion: Generated<string>
  check_due_at: Timestamp | null
  effect_seen: Generated<string>
  system_changes: Generated<string>
  state: Generated<string>
  approved_at: Timestamp | null
  approved_by_id: string | null
  done_at: Timestamp | null
  checked_at: Timestamp | null
  checked_by_id: string | null
  closed_at: Timestamp | null
  closed_by_id: string | null
  reopenings: Generated<number>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ObjectLinkTable = {
  organization_id: string
  id: string
  version: Generated<number>
  from_entity: string
  from_id: string
  to_entity: string
  to_id: string
  relation: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ObjectiveTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  measure: string
  metric_id: string | null
  baseline: Generated<string>
  target: number
  unit: string
  plan: string
  resources: string
  owner_id: string
  due_at: Timestamp
  evaluation: string
  status: Generated<string>
  closed_at: Timestamp | null
  closer_id: string | null
  outcome: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ObligationTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: string
  source: Generated<string>
  party: Generated<string>
  requirement: Generated<string>
  owner_id: string | null
  review_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  notify_hours: number | null
  review_every_months: number | null
}
export type ObligationControlTable = {
  organization_id: string
  id: string
  version: Generated<number>
  obligation_id: string
  control_id: string
  note: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ObligationReviewTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  obligation_id: string
  at: Timestamp
  conclusion: string
  title: string
  seen: Generated<string>
  evidence_id: string | null
  mend_at: Timestamp | null
  next_review_at: Timestamp | null
  holds_until: Timestamp
  reviewed_by_name: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ObservedSubjectTable = {
  organization_id: string
  id: string
  version: Generated<number>
  collector_id: string
  control_id: string
  check_id: string
  subject_uid: string
  missing_since: Timestamp | null
  retired_at: Timestamp | null
  retired_by: string | null
  retired_reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type OccurrenceWatchTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string | null
  watched_from: Timestamp
  watched_until: Timestamp
  reason: string
  vouched_by: string
  vouched_by_name: string
  vouched_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type OperatingCheckTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  operating_control_id: string
  title: string
  checked_at: Timestamp
  is_met: Generated<string>
  note: Generated<string>
  sample_size: number | null
  checker_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type OperatingControlTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  kind: Generated<string>
  provider: Generated<string>
  process_id: string | null
  scope: string
  criteria: string
  method: string
  owner_id: string
  cadence_days: number
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type OrganizationTable = {
  organization_id: string
  id: string | null
  version: Generated<number>
  name: string
  slug: string
  sector: string
  headcount: number
  yearly_revenue_minor: number | null
  currency: string
  time_zone: Generated<string>
  scope: Generated<string>
  is_example: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type PartyRequirementTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  party_id: string
  title: string
  source: Generated<string>
  is_addressed: Generated<string>
  answer: Generated<string>
  obligation_id: string | null
  is_climate: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type PendingChangeTable = {
  organization_id: string
  request_id: string
  at: Timestamp
  actor_kind: string
  actor_id: string
  actor_name: string
  reason: Generated<string>
}
export type PersonTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  email: string | null
  job_title: Generated<string>
  user_id: string | null
  active: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  unit_id: string | null
  manager_id: string | null
}
export type PlanTaskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  certification_id: string
  title: string
  phase: Generated<string>
  owner_id: string | null
  planned_days: number
  after: Generated<readonly string[]>
  started_at: Timestamp | null
  done_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type PlannedChangeTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  touches: Generated<readonly string[]>
  purpose: Generated<string>
  effect: Generated<string>
  integrity: Generated<string>
  resources: Generated<string>
  responsibilities: Generated<string>
  owner_id: string | null
  planned_at: Timestamp | null
  status: Generated<string>
  proposer_user: Generated<string>
  proposer_id: string | null
  decided_at: Timestamp | null
  decider_id: string | null
  decision_note: Generated<string>
  approved_alone: Generated<boolean>
  done_at: Timestamp | null
  reviewed_at: Timestamp | null
  reviewer_id: string | null
  outcome: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type PortfolioStateTable = {
  organization_id: string
  id: string | null
  version: Generated<number>
  computed_at: Timestamp
  inherent_minor: number
  claimed_minor: number
  proven_minor: number
  target_minor: number
  gap_minor: number
  summary: Json
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ProcessFeedTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  process_id: string
  title: string
  from_process_id: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type QuestionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  questionnaire_id: string
  position: number | null
  section: Generated<string>
  title: string
  answer: Generated<string>
  wanted: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  reference: Generated<string>
}
export type QuestionnaireTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  introduction: Generated<string>
  is_used: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RaciActivityTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  clauses: Generated<readonly string[]>
  note: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RaciEntryTable = {
  organization_id: string
  id: string
  version: Generated<number>
  raci_activity_id: string
  isms_role_id: string
  letter: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RateUpdateTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  decision: string
  proposal_fingerprint: string
  pinned: Json
  reason: string
  decided_by: string
  decided_by_name: string
  decided_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ReferenceCounterTable = {
  organization_id: string
  noun: string
  last_number: number
}
export type RetentionRuleTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  applies_to: Generated<readonly string[]>
  keep_years: number
  begins: Generated<string>
  afterwards: Generated<string>
  basis: Generated<string>
  owner_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ReviewDecisionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  review_id: string
  title: string
  kind: Generated<string>
  owner_id: string
  due_at: Timestamp
  done_at: Timestamp | null
  result: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ReviewInputTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  review_id: string
  input: Generated<string>
  title: string
  entry: Generated<string>
  facts: Generated<readonly string[]>
  collected_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ReviewParticipantTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  review_id: string
  title: string
  person_id: string
  role: Generated<string>
  is_present: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RevisionTable = {
  organization_id: string
  seq: Generated<number>
  entity: string
  entity_id: string
  version: number
  operation: string
  at: Timestamp
  actor_kind: string
  actor_id: string
  actor_name: string
  request_id: string
  reason: Generated<string>
  row: Json
  validity: string
  written_by: Generated<string>
}
export type RiskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  source: Generated<string>
  event: Generated<string>
  consequence: Generated<string>
  category: Generated<string>
  properties: Generated<readonly string[]>
  owner_id: string | null
  status: Generated<string>
  treatment: string | null
  treatment_rationale: Generated<string>
  frequency_low: number | null
  frequency_high: number | null
  loss_low_minor: number | null
  loss_high_minor: number | null
  loss_cap_minor: number | null
  estimate_note: Generated<string>
  estimate_basis: Generated<string>
  estimated_at: Timestamp | null
  assessed_by: string | null
  assessed_by_name: string | null
  assessed_methodology: number | null
  threat_id: string | null
  review_at: Timestamp | null
  closed_reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  frequency_shape: Json | null
  loss_shape: Json | null
  secondary_losses: Generated<Json>
  contained_saved: number | null
}
export type RiskAcceptanceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  status: Generated<string>
  accepted_by_person_id: string
  accepted_by_user: string
  accepted_by_name: string
  accepted_at: Timestamp
  expires_at: Timestamp
  rationale: string
  pinned: Json
  ended_at: Timestamp | null
  end_reasons: Generated<Json>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RiskAssetTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  asset_id: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RiskControlTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  control_id: string
  effect: string
  reduction_low: number
  reduction_high: number
  note: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  coverage: Generated<number>
}
export type RiskEstimateTable = {
  organization_id: string
  id: string
  version: Generated<number>
  risk_id: string
  person_id: string
  status: string
  frequency_low: number | null
  frequency_high: number | null
  loss_low_minor: number | null
  loss_high_minor: number | null
  note: Generated<string>
  after_seeing: Generated<boolean>
  given_at: Timestamp
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RiskOccurrenceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  risk_id: string
  kind: string
  title: string
  note: Generated<string>
  occurred_at: Timestamp
  discovered_at: Timestamp
  loss_minor: number | null
  source: Generated<string>
  external_ref: string | null
  reported_by: string
  reported_by_name: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type RiskStateTable = {
  organization_id: string
  id: string
  version: Generated<number>
  inherent_minor: number
  claimed_minor: number
  proven_minor: number
  target_minor: number
  gap_minor: number
  inherent_level: string
  claimed_level: string
  proven_level: string
  target_level: string
  bands: Json
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  appetite_ratio: Generated<number>
  kept: Generated<Json>
}
export type SavedViewTable = {
  organization_id: string
  id: string
  version: Generated<number>
  user_id: string
  screen: string
  name: string
  query: Json
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ScopeBoundaryTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  scope_version_id: string
  title: string
  kind: Generated<string>
  reason: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ScopeVersionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  statement: string
  note: Generated<string>
  change_id: string | null
  next_review_at: Timestamp | null
  status: Generated<string>
  proposed_at: Timestamp | null
  proposer_user: Generated<string>
  proposer_name: Generated<string>
  approved_at: Timestamp | null
  approver_name: Generated<string>
  approved_alone: Generated<boolean>
  content_hash: Generated<string>
  content: Json | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type ServiceTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  purpose: Generated<string>
  unit_id: string | null
  owner_id: string | null
  in_scope: Generated<boolean>
  reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SiteTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  kind: Generated<string>
  address: Generated<string>
  owner_id: string | null
  in_scope: Generated<boolean>
  reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SoaVersionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  version_number: number
  status: string
  content: Json
  content_hash: string
  scope: string
  methodology_version: number
  note: Generated<string>
  proposed_by: string
  proposed_by_name: string
  proposed_at: Timestamp
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Timestamp | null
  decision_note: Generated<string>
  approved_alone: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  change_id: string | null
}
export type SupplierTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  services: Generated<string>
  criticality: Generated<string>
  status: Generated<string>
  owner_id: string | null
  data: Generated<readonly string[]>
  is_processor: Generated<string>
  is_cloud: Generated<boolean>
  countries: Generated<readonly string[]>
  subcontractors: Generated<string>
  review_every_days: number | null
  exit_plan: Generated<string>
  alternatives: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SupplierCertificateTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  supplier_id: string
  title: string
  standard: Generated<string>
  issuer: string
  reference: Generated<string>
  covers: Generated<string>
  issued_at: Timestamp
  valid_until: Timestamp
  url: Generated<string>
  evidence_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SupplierContractTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  supplier_id: string
  title: string
  kind: Generated<string>
  clauses: Generated<readonly string[]>
  from: Timestamp | null
  until: Timestamp | null
  notice_at: Timestamp | null
  notify_hours: number | null
  owner_id: string | null
  source: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SupplierQuestionnaireTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  supplier_id: string
  questionnaire_id: string
  title: string
  contact: Generated<string>
  due_at: Timestamp
  state: Generated<string>
  sent_at: Timestamp | null
  submitted_at: Timestamp | null
  submitted_by_name: Generated<string>
  evidence_id: string | null
  questions: Generated<Json>
  answers: Generated<Json>
  token_hash: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type SupplierReviewTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  supplier_id: string
  at: Timestamp
  title: string
  outcome: Generated<string>
  seen: Generated<string>
  open_points: Generated<string>
  reviewed_by_name: string
  evidence_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type TaskTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  title: string
  note: Generated<string>
  owner_id: string | null
  due_at: Timestamp | null
  status: Generated<string>
  done_at: Timestamp | null
  done_by_id: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type TreatmentActionTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  risk_id: string
  control_id: string | null
  title: string
  note: Generated<string>
  owner_id: string | null
  due_at: Timestamp
  cost_minor: number | null
  status: Generated<string>
  done_at: Timestamp | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  what_if_id: string | null
}
export type UnitTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  purpose: Generated<string>
  owner_id: string | null
  in_scope: Generated<boolean>
  reason: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}
export type WhatIfTable = {
  organization_id: string
  id: string
  version: Generated<number>
  number: number
  name: string
  note: Generated<string>
  content: Json
  figures: Json
  author_user_id: string
  author_name: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export type Database = {
  access_log: AccessLogTable
  acknowledgement: AcknowledgementTable
  acknowledgement_campaign: AcknowledgementCampaignTable
  acknowledgement_request: AcknowledgementRequestTable
  api_token: ApiTokenTable
  api_token_use: ApiTokenUseTable
  asset: AssetTable
  asset_dependency: AssetDependencyTable
  audit: AuditTable
  audit_auditor: AuditAuditorTable
  audit_check: AuditCheckTable
  audit_evidence: AuditEvidenceTable
  audit_exception: AuditExceptionTable
  audit_finding: AuditFindingTable
  audit_programme: AuditProgrammeTable
  calendar_feed: CalendarFeedTable
  calibration_answer: CalibrationAnswerTable
  calibration_round: CalibrationRoundTable
  certification: CertificationTable
  chain_checkpoint: ChainCheckpointTable
  checklist: ChecklistTable
  checklist_item: ChecklistItemTable
  checklist_run: ChecklistRunTable
  checklist_task: ChecklistTaskTable
  climate_decision: ClimateDecisionTable
  collector: CollectorTable
  comment: CommentTable
  comment_mention: CommentMentionTable
  communication: CommunicationTable
  competence: CompetenceTable
  competence_proof: CompetenceProofTable
  context_issue: ContextIssueTable
  control: ControlTable
  control_state: ControlStateTable
  corrective_action: CorrectiveActionTable
  course: CourseTable
  course_assignment: CourseAssignmentTable
  delegation: DelegationTable
  document: DocumentTable
  document_promise: DocumentPromiseTable
  document_version: DocumentVersionTable
  duty: DutyTable
  duty_done: DutyDoneTable
  estimate_request: EstimateRequestTable
  evidence: EvidenceTable
  evidence_need: EvidenceNeedTable
  evidence_serves: EvidenceServesTable
  example_progress: ExampleProgressTable
  external_audit: ExternalAuditTable
  external_document: ExternalDocumentTable
  external_finding: ExternalFindingTable
  file: FileTable
  improvement: ImprovementTable
  incident: IncidentTable
  incident_control: IncidentControlTable
  incident_entry: IncidentEntryTable
  incident_notification: IncidentNotificationTable
  incident_risk: IncidentRiskTable
  ingest_run: IngestRunTable
  insurance_policy: InsurancePolicyTable
  insurance_policy_risk: InsurancePolicyRiskTable
  interested_party: InterestedPartyTable
  invitation: InvitationTable
  isms_process: IsmsProcessTable
  isms_risk: IsmsRiskTable
  isms_role: IsmsRoleTable
  ledger_seal: LedgerSealTable
  mail_outbox: MailOutboxTable
  mail_preference: MailPreferenceTable
  management_commitment: ManagementCommitmentTable
  management_review: ManagementReviewTable
  member: MemberTable
  methodology: MethodologyTable
  metric: MetricTable
  metric_evaluation: MetricEvaluationTable
  metric_value: MetricValueTable
  migration: MigrationTable
  movement: MovementTable
  movement_subject: MovementSubjectTable
  nonconformity: NonconformityTable
  object_link: ObjectLinkTable
  objective: ObjectiveTable
  obligation: ObligationTable
  obligation_control: ObligationControlTable
  obligation_review: ObligationReviewTable
  observed_subject: ObservedSubjectTable
  occurrence_watch: OccurrenceWatchTable
  operating_check: OperatingCheckTable
  operating_control: OperatingControlTable
  organization: OrganizationTable
  party_requirement: PartyRequirementTable
  pending_change: PendingChangeTable
  person: PersonTable
  plan_task: PlanTaskTable
  planned_change: PlannedChangeTable
  portfolio_state: PortfolioStateTable
  process_feed: ProcessFeedTable
  question: QuestionTable
  questionnaire: QuestionnaireTable
  raci_activity: RaciActivityTable
  raci_entry: RaciEntryTable
  rate_update: RateUpdateTable
  reference_counter: ReferenceCounterTable
  retention_rule: RetentionRuleTable
  review_decision: ReviewDecisionTable
  review_input: ReviewInputTable
  review_participant: ReviewParticipantTable
  revision: RevisionTable
  risk: RiskTable
  risk_acceptance: RiskAcceptanceTable
  risk_asset: RiskAssetTable
  risk_control: RiskControlTable
  risk_estimate: RiskEstimateTable
  risk_occurrence: RiskOccurrenceTable
  risk_state: RiskStateTable
  saved_view: SavedViewTable
  scope_boundary: ScopeBoundaryTable
  scope_version: ScopeVersionTable
  service: ServiceTable
  site: SiteTable
  soa_version: SoaVersionTable
  supplier: SupplierTable
  supplier_certificate: SupplierCertificateTable
  supplier_contract: SupplierContractTable
  supplier_questionnaire: SupplierQuestionnaireTable
  supplier_review: SupplierReviewTable
  task: TaskTable
  treatment_action: TreatmentActionTable
  unit: UnitTable
  what_if: WhatIfTable
}
